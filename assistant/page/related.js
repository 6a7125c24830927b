// What belongs to a provision besides its text: what has been said of it, what points at it, and its publisher's notes.

import { element } from './elements.js';
import { isKnown, language, say, sayDate } from './language.js';
import { inLanguage, provisionLabel } from './provisions.js';

/** `open(id)` goes to a provision. */
export function related(passage, open) {
  const { matters = [], referred_to_by: referrers = [], annotations = [] } = passage;
  return [
    matters.length > 0 && element('section', { class: 'matters', lang: language() }, element('h3', {}, say('matters')), matters.map(matter)),
    referrers.length > 0 && folded('referrers', say('referrers', { count: referrers.length }),
      element('ul', { role: 'list' }, referrers.map((one) => referrer(one, passage, open)))),
    annotations.length > 0 && folded('annotations', say('annotations', { count: annotations.length }),
      element('ul', { role: 'list' }, annotations.map((text) => annotation(text, passage)))),
  ];
}

const folded = (name, summary, content) => element('details', { class: `related ${name}` }, element('summary', {}, summary), content);

function matter({ topic, claims, position }) {
  return element('div', { class: 'matter' },
    element('h4', {}, topic),
    element('ul', { role: 'list' }, claims.map(claim)),
    element('p', { class: 'position' }, element('strong', {}, say('position')), ' ', position));
}

function claim({ date, by, says, right }) {
  return element('li', { class: 'claim' },
    element('p', { class: 'claimed-by' }, [by, date && sayDate(date)].filter(Boolean).join(', ')),
    element('p', {}, says, ' ', verdict(right)));
}

function verdict(right) {
  const key = right ? 'right' : 'wrong';
  return typeof right === 'boolean' && element('span', { class: 'verdict', 'data-right': String(right) }, say(`claim.${key}`));
}

function referrer({ id, heading, text }, { language: spoken }, open) {
  return element('li', {},
    element('button', { type: 'button', class: 'link', onclick: () => open(inLanguage(id, spoken)) }, provisionLabel(id)),
    heading && element('span', { class: 'heading', lang: spoken }, heading),
    element('p', { class: 'words', lang: spoken }, text));
}

/** The publisher begins each with a letter for what it is: `F: Words in s. 5 substituted …`. */
function annotation(text, { language: spoken }) {
  const [, kind, words] = /^([A-Z]): (.*)$/s.exec(text) ?? [];
  if (!kind || !isKnown(`annotation.${kind}`)) return element('li', { lang: spoken }, text);
  return element('li', {}, element('span', { class: 'kind' }, say(`annotation.${kind}`)), ' ', element('span', { lang: spoken }, words));
}
