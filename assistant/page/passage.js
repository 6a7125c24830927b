// A passage in context: what it is, its section or its surroundings, and the way on to other provisions and back.

import { currencyOf } from './currency.js';
import { element, fill, hostOf, linkOut } from './elements.js';
import { language, say } from './language.js';
import { bringIntoView, closePanel, focusHeading, isOpen, openPanel, readingPlace, returnToPlace, startPanel } from './panel.js';
import { provisionLabel, unitName } from './provisions.js';
import { related } from './related.js';
import { inSection } from './section.js';
import { fetchPassage } from './service.js';
import { standing } from './sources.js';
import { anchorSpan, quoteSpan } from './spans.js';

const [body, heading, about, number, back] = ['body', 'heading', 'about', 'number', 'back'].map((part) => document.getElementById(`passage-${part}`));
let loading = null;
let trail = [];
let here = null;

export function startPassages() {
  startPanel(closePassage);
  back.addEventListener('click', goBack);
}

/** `target` is a citation, or {provision} to open a provision that a citation rests on. */
export async function openPassage(target, from) {
  trail = [];
  openPanel(from);
  await show(target);
}

export function closePassage() {
  if (!isOpen()) return;
  loading?.abort();
  closePanel();
}

/** Goes on from the passage that is read to a provision that it points at. */
function goOn(provision) {
  trail.push({ target: here, place: readingPlace() });
  show({ provision });
}

async function goBack() {
  const { target, place } = trail.pop();
  if (await show(target)) returnToPlace(place);
}

/** Whether the passage came, and nothing else was asked for meanwhile. */
async function show(target) {
  loading?.abort();
  loading = new AbortController();
  const { signal } = loading;
  here = target;
  showOpening(target);
  const passage = await fetchPassage(target.passage_id ?? target.provision, language(), signal).catch((failure) => failure);
  if (signal.aborted) return false;
  if (passage instanceof Error) showUnopened(target, passage);
  else showPassage(target, passage);
  return !(passage instanceof Error);
}

function showOpening(target) {
  back.hidden = !trail.length;
  back.setAttribute('aria-label', trail.length ? say('backTo', { label: nameOf(trail.at(-1).target) }) : '');
  number.textContent = target.number ? say('sourceInContext', { number: target.number }) : say('provisionInContext');
  heading.textContent = nameOf(target);
  body.setAttribute('aria-busy', 'true');
  fill(about, target.quote && [element('p', { class: 'title', lang: target.language }, target.title), standing(target)]);
  fill(body, element('p', { class: 'looking' }, say('opening')));
  focusHeading();
}

const nameOf = (target) => target.label || target.title || provisionLabel(target.provision);

function settle(...children) {
  body.removeAttribute('aria-busy');
  fill(body, children);
}

function showUnopened(target, failure) {
  const gone = failure.reason === 'absent';
  if (target.provision) return settle(element('p', { class: 'flag' }, say(gone ? 'absent' : 'notOpened')));
  settle(element('p', { class: 'flag' }, say(gone ? 'gone' : 'notOpened')), quoted(target));
}

const quoted = (target) => element('blockquote', { lang: target.language }, element('p', {}, target.quote));

function showPassage(target, passage) {
  heading.textContent = headingOf(target, passage);
  const address = passage.url ?? passage.source.url;
  const span = target.quote ? quoteSpan(passage, target) : anchorSpan(passage, target.provision);
  fill(about, aboutPassage(target, passage));
  settle(
    target.quote && !span && element('div', {}, element('p', { class: 'flag' }, say('quoteMoved')), quoted(target)),
    inSection(passage, span, goOn),
    element('p', { class: 'ways' }, linkOut(address, say('original', { host: hostOf(address) }), say('newTab'), { class: 'out' })),
    related(passage, goOn),
  );
  bringIntoView(body.querySelector('mark') ?? (passage.before.length ? body.querySelector('.cited') : null));
}

/** A provision is named as it was asked for, in the language of the page. */
function headingOf(target, { provision, anchor, label, source }) {
  return (provision && unitName(anchor ?? provision)) || label || target.label || source.title;
}

function aboutPassage(target, passage) {
  const { source, label, headings = [], superseded } = passage;
  const path = headings.filter((step) => step !== label);
  return [
    element('p', { class: 'title', lang: target.language ?? source.language }, target.title ?? source.title),
    currencyOf(passage, target),
    superseded && element('p', { class: 'flag superseded', lang: language() }, superseded.text),
    path.length > 0 && element('ol', { class: 'path', role: 'list', lang: passage.language }, path.map((step) => element('li', {}, step))),
  ];
}
