// How to read an answer: beside the question until there is one.

import { element, fill } from './elements.js';
import { say } from './language.js';
import { held } from './register.js';
import { authorityBadge } from './sources.js';

const FORCES = ['must', 'must_not', 'should', 'may'];
const AUTHORITIES = [
  [['act', 'regulations'], 'guide.law'],
  [['code'], 'guide.code'],
  [['guidance', 'statement', 'faq'], 'guide.guidance'],
  [['local-guidance', 'minutes'], 'guide.local'],
  [['note'], 'guide.note'],
];

export function showGuide(section) {
  fill(section,
    element('h2', { id: 'guide-heading' }, say('guide.heading')),
    element('p', {}, element('span', { class: 'specimen', 'aria-hidden': 'true' }, '[1]'), ' ', say('guide.sentence')),
    element('h3', {}, say('guide.force')),
    element('dl', { class: 'key' }, FORCES.map((force) => entry(
      element('span', { class: 'force', 'data-force': force }, say(`force.${force}`)), say(`guide.${force}`)))),
    element('h3', {}, say('guide.authority')),
    element('dl', { class: 'key' }, AUTHORITIES.map(([kinds, meaning]) => entry(kinds.map(authorityBadge), say(meaning)))),
    reads(),
  );
}

const entry = (term, meaning) => element('div', {}, element('dt', {}, term), element('dd', {}, meaning));

function reads() {
  const sources = held();
  if (!sources.length) return null;
  return element('details', { class: 'reads' },
    element('summary', {}, say('guide.reads', { count: sources.length })),
    element('ul', {}, sources.map((source) => element('li', {}, authorityBadge(source.kind), ' ', element('span', { lang: source.language }, source.title)))));
}
