// An answer on the page: what its status says, its sentences with their citations, its notes and its receipt.

import { element, fill, withCode } from './elements.js';
import { isKnown, language, say, sayDate, sayValue } from './language.js';
import { knownTitle } from './provisions.js';

const ANSWERED = ['answered', 'partial'];

export const isAnswered = (answer) => ANSWERED.includes(answer.status) && Boolean(answer.sentences?.length);

export function showLooking(section, asking) {
  delete section.dataset.status;
  section.setAttribute('aria-busy', 'true');
  section.hidden = false;
  fill(section,
    questionHeading(asking),
    element('p', { class: 'looking' }, say('looking')),
    element('div', { class: 'waiting', 'aria-hidden': 'true' }, element('span'), element('span'), element('span')),
  );
}

/** `ways`: open(citation, opener), choose(choice), again(), copy(), print(). */
export function showAnswer(section, answer, asking, ways) {
  settle(section, answer.status);
  fill(section,
    questionHeading(asking),
    statusLine(answer, asking),
    isAnswered(answer) ? answered(answer, ways) : refused(answer, ways),
  );
}

export function showFailure(section, failure, asking, ways) {
  settle(section, 'error');
  fill(section,
    questionHeading(asking),
    element('div', { class: 'refusal' },
      element('h3', {}, say('status.error')),
      element('p', {}, withCode(say(isKnown(`failure.${failure.reason}`) ? `failure.${failure.reason}` : 'failure.broken'))),
      failure.fields.length > 0 && element('ul', {}, failure.fields.map(refusedField))),
    failure.reason !== 'refused' && element('p', { class: 'actions' }, button(say('tryAgain'), ways.again)),
  );
}

function settle(section, status) {
  section.dataset.status = status;
  section.removeAttribute('aria-busy');
  section.hidden = false;
}

function questionHeading({ question }) {
  return element('h2', { class: 'asked' }, question);
}

function statusLine(answer, asking) {
  if (!isAnswered(answer)) return null;
  return element('p', { class: 'status' },
    element('span', { class: 'term' }, say(`status.${answer.status}`)),
    asking.asAt && element('span', {}, say('askedAbout', { date: sayDate(asking.asAt) })),
    element('span', {}, readAs(answer)),
    element('span', {}, say('notAdvice')));
}

/** The earliest date at which a cited note was right; the law itself carries no such date, and then there is none. */
function readOn({ citations }) {
  return citations.filter(({ authority }) => authority === 'note').map(({ published }) => published).filter(Boolean).sort()[0];
}

export function readAs(answer) {
  const date = readOn(answer);
  return date ? say('readAsAt', { date: sayDate(date) }) : say('readAsDated');
}

function answered(answer, ways) {
  const cited = new Map(answer.citations.map((citation) => [citation.number, citation]));
  return [
    answer.status === 'partial' && element('p', { class: 'partial' }, say('status.partial.text')),
    element('div', { class: 'sentences', lang: answer.language },
      answer.sentences.map((sentence) => sentenceBlock(sentence, cited, ways.open))),
    notes(answer),
    element('p', { class: 'actions' },
      button(say('copy'), ways.copy, 'copy'), button(say('print'), ways.print, 'print'),
      element('span', { id: 'copied', role: 'status' })),
  ];
}

function sentenceBlock({ text, citations, force, bearer }, cited, open) {
  const known = citations.filter((number) => cited.has(number));
  return element('div', { class: 'sentence', 'data-force': force },
    element('p', {}, element('span', { class: 'said' }, text), known.map((number) => [' ', citationMark(cited.get(number), open)])),
    duty(force, bearer, placeOf(known.map((number) => cited.get(number)))));
}

function citationMark(citation, open) {
  return element('button', {
    type: 'button', class: 'citation-mark', 'data-number': citation.number,
    'aria-label': say('openSource', { number: citation.number, label: citation.label || citation.title }),
    'aria-haspopup': 'dialog', 'aria-controls': 'passage', 'aria-expanded': 'false',
    onclick: (event) => open(citation, event.currentTarget),
  }, `[${citation.number}]`);
}

/** "must · governing body", or null when the sentence states no duty. */
export function dutyText(force, bearer) {
  return [force && sayValue('force', force), bearer && sayValue('bearer', bearer)].filter(Boolean).join(' · ');
}

/** Where a sentence in the law's own words stands, which those words mostly leave unsaid; null for any other sentence. */
function placeOf(citations) {
  const law = citations.length > 0 && citations.every(({ authority }) => authority === 'act' || authority === 'regulations');
  return law ? citations.at(-1).label : null;
}

function duty(force, bearer, place) {
  const text = dutyText(force, bearer) || place;
  return text && element('p', { class: 'duty', lang: language() },
    place && element('span', { class: 'place', lang: 'en' }, place, (force || bearer) && ' · '),
    force && element('span', { class: 'force', 'data-force': force }, sayValue('force', force)),
    force && bearer && ' · ',
    bearer && element('span', { class: 'bearer' }, sayValue('bearer', bearer)));
}

function notes(answer) {
  const warnings = answer.warnings ?? [];
  if (!warnings.length) return null;
  return element('section', { class: 'notes', 'aria-label': say('warnings') }, warnings.map((warning) =>
    element('div', { class: 'note', 'data-kind': warning.kind },
      element('h3', {}, sayValue('warning', warning.kind)),
      element('p', { lang: answer.language }, warning.text),
      warning.source_id && knownTitle(warning.source_id) && element('p', { class: 'about' }, knownTitle(warning.source_id)))));
}

function refused(answer, ways) {
  const text = answer.text?.trim();
  return [
    element('div', { class: 'refusal' },
      element('h3', {}, sayValue('status', answer.status)),
      text ? element('p', { class: 'text', lang: answer.language }, text)
        : isKnown(`status.${answer.status}.text`) && element('p', {}, say(`status.${answer.status}.text`))),
    answer.choices?.length > 0 && element('ul', { class: 'choices', role: 'list' }, answer.choices.map((choice) =>
      element('li', {}, button(choiceText(choice), () => ways.choose(choiceText(choice)), 'choice', answer.language)))),
    notes(answer),
    answer.status === 'error' && element('p', { class: 'actions' }, button(say('tryAgain'), ways.again)),
  ];
}

const choiceText = (choice) => (typeof choice === 'string' ? choice : (choice.question ?? choice.text ?? ''));

function refusedField({ field, text }) {
  if (isKnown(`refused.${field}`)) return element('li', {}, say(`refused.${field}`));
  return element('li', { lang: 'en' }, [field, text].filter(Boolean).join(': '));
}

function button(text, act, name = 'again', lang = null) {
  return element('button', { type: 'button', class: `secondary-button ${name}`, lang, onclick: act }, text);
}

export function showReceipt(list, answer, asking) {
  const { corpus_version: version, composer, model, elapsed_ms: elapsed } = answer.receipt ?? {};
  const entries = [
    isAnswered(answer) && [say('law'), readOn(answer) ? sayDate(readOn(answer)) : say('eachDate')],
    asking.asAt && [say('about'), sayDate(asking.asAt)],
    version && [say('corpusVersion'), version],
    composer && [say('composed'), model ? say('composed.model', { model }) : sayValue('composed', composer)],
    [say('askedOn'), sayDate(asking.on)],
    Number.isFinite(elapsed) && [say('elapsed'), say('milliseconds', { count: Math.round(elapsed) })],
  ].filter(Boolean);
  list.hidden = false;
  fill(list, entries.map(([term, value]) => element('div', {}, element('dt', {}, term), element('dd', {}, value))));
}
