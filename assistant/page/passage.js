// A passage in context: beside the answer on a wide screen, over it on a narrow one.

import { element, fill, hostOf, linkOut } from './elements.js';
import { say } from './language.js';
import { provisionLabel } from './provisions.js';
import { fetchPassage } from './service.js';
import { authorityBadge, standing } from './sources.js';
import { anchorSpan, quoteSpan } from './spans.js';

const wide = matchMedia('(min-width: 64rem)');
const panel = document.getElementById('passage');
const body = document.getElementById('passage-body');
const heading = document.getElementById('passage-heading');
const about = document.getElementById('passage-about');
const number = document.getElementById('passage-number');
let opener = null;
let loading = null;

export function startPassages() {
  document.getElementById('passage-close').addEventListener('click', closePassage);
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    closePassage();
  });
  panel.addEventListener('click', (event) => event.target === panel && !wide.matches && closePassage());
  document.addEventListener('keydown', (event) => event.key === 'Escape' && panel.open && closePassage());
  wide.addEventListener('change', () => panel.open && reopen());
}

/** `target` is a citation, or {provision} to open a provision that a citation rests on. */
export async function openPassage(target, from) {
  loading?.abort();
  loading = new AbortController();
  const { signal } = loading;
  release();
  opener = from;
  opener.setAttribute('aria-expanded', 'true');
  showOpening(target);
  const passage = await fetchPassage(target.passage_id ?? target.provision, signal).catch((failure) => failure);
  if (signal.aborted) return;
  if (passage instanceof Error) showUnopened(target, passage);
  else showPassage(target, passage);
}

export function closePassage() {
  if (!panel.open) return;
  loading?.abort();
  panel.close();
  const returnTo = opener;
  release();
  returnTo?.focus({ preventScroll: wide.matches });
}

function release() {
  opener?.setAttribute('aria-expanded', 'false');
  opener = null;
}

function reopen() {
  panel.close();
  reveal();
}

function reveal() {
  if (panel.open) return;
  if (wide.matches) panel.show();
  else panel.showModal();
}

function showOpening(target) {
  number.textContent = target.number ? say('sourceInContext', { number: target.number }) : say('provisionInContext');
  heading.textContent = target.label || target.title || provisionLabel(target.provision);
  body.setAttribute('aria-busy', 'true');
  fill(about, target.quote && [element('p', { class: 'title', lang: target.language }, target.title), standing(target)]);
  fill(body, element('p', { class: 'looking' }, say('opening')));
  reveal();
  heading.focus({ preventScroll: wide.matches });
}

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
  heading.textContent = passage.label || target.label || passage.source?.title;
  const address = passage.url ?? passage.source?.url;
  const span = target.quote ? quoteSpan(passage, target) : anchorSpan(passage, target.provision);
  const cited = element('section', { class: 'cited', lang: passage.language }, passageText(passage.text, span));
  fill(about, aboutPassage(target, passage));
  settle(
    target.quote && !span && element('div', {}, element('p', { class: 'flag' }, say('quoteMoved')), quoted(target)),
    neighbours('before', passage),
    cited,
    neighbours('after', passage),
    linkOut(address, say('original', { host: hostOf(address) }), say('newTab'), { class: 'out' }),
  );
  bringIntoView(cited.querySelector('mark') ?? (passage.before?.length ? cited : null));
}

function aboutPassage(target, { source, label, headings = [], superseded }) {
  const path = headings.filter((step) => step !== label);
  return [
    source && element('p', { class: 'title', lang: target.language ?? source.language }, target.title ?? source.title),
    path.length > 0 && element('ol', { class: 'path', role: 'list', lang: source?.language }, path.map((step) => element('li', {}, step))),
    target.quote ? standing(target) : source && element('p', { class: 'standing' }, authorityBadge(source.kind)),
    superseded && element('p', { class: 'flag superseded' }, superseded.text),
  ];
}

function neighbours(side, passage) {
  const passages = passage[side] ?? [];
  if (!passages.length) return null;
  return element('section', { class: 'neighbours', 'aria-label': say(side), lang: passage.language },
    passages.map(({ label, text }) => [element('h3', {}, label), element('p', { class: 'text' }, text)]));
}

function passageText(text, span) {
  if (!span) return element('p', { class: 'text' }, text);
  return element('p', { class: 'text' }, text.slice(0, span.start), element('mark', {}, text.slice(span.start, span.end)), text.slice(span.end));
}

/** Scrolls the panel alone: scrollIntoView would move the page too. */
function bringIntoView(node) {
  body.scrollTop = 0;
  if (!node) return;
  const place = node.getBoundingClientRect().top - body.getBoundingClientRect().top;
  body.scrollTop = Math.max(0, place - body.clientHeight / 4);
}
