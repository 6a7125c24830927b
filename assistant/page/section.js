// The section that a provision stands in, as one text with the opened part set apart; for anything else, what stands around it.

import { element } from './elements.js';
import { say } from './language.js';
import { lawText, plainText } from './law.js';
import { unitName } from './provisions.js';

/** `span` is what is cited of the passage, or null; `open(id)` goes to a provision. */
export function inSection(passage, span, open) {
  return passage.provision ? section(passage, span, open) : surrounded(passage, span);
}

function section(passage, span, open) {
  const { before = [], after = [], language } = passage;
  const part = (one) => element('section', { class: 'part', 'aria-label': labelOf(one) }, partLabel(one), lawText(one, language, null, open));
  return element('div', { class: 'whole-section', lang: language }, before.map(part), opened(passage, span, open), after.map(part));
}

/** Set apart from the rest, unless there is no rest or the whole of the section was asked for. */
function opened(passage, span, open) {
  const { anchor, provision, before = [], after = [], language } = passage;
  const text = lawText(passage, language, span, open);
  if (!before.length && !after.length) return element('section', { class: 'cited', 'aria-label': labelOf(passage) }, text);
  const apart = !anchor || anchor.startsWith(provision);
  return element('section', { class: apart ? 'part cited' : 'part', 'aria-label': labelOf(passage), 'aria-current': apart ? 'true' : null },
    partLabel(passage), text);
}

const labelOf = ({ id, label }) => unitName(id) || label;

const partLabel = (part) => element('h3', {}, labelOf(part));

function surrounded(passage, span) {
  return [
    neighbours('before', passage),
    element('section', { class: 'cited', lang: passage.language }, plainText(passage.text, span)),
    neighbours('after', passage),
  ];
}

function neighbours(side, passage) {
  const passages = passage[side] ?? [];
  if (!passages.length) return null;
  return element('section', { class: 'neighbours', 'aria-label': say(side), lang: passage.language },
    passages.map(({ label, text }) => [element('h3', {}, label), plainText(text)]));
}
