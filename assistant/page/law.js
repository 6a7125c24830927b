// The text of a provision as law: its lines set out, its cross-references as links, its defined terms explained.

import { element, linkOut, webAddress } from './elements.js';
import { say } from './language.js';
import { linesOf } from './lines.js';
import { disjoint, wrapped } from './marking.js';
import { inLanguage, provisionLabel } from './provisions.js';
import { charactersIn } from './spans.js';
import { term } from './terms.js';

/** A passage or one of its neighbours, as {text, references, definitions}; `span` is what is cited of it, or null; `open(id)` goes to a provision. */
export function lawText(passage, language, span, open) {
  const { text } = passage;
  const ranges = [...marks(span), ...connections(passage, (id) => open(inLanguage(id, language)), language)];
  return element('div', { class: 'text' }, linesOf(text).map(({ start, end, label, depth }) =>
    element('p', { class: label ? 'line labelled' : 'line', 'data-depth': depth },
      label > 0 && element('span', { class: 'line-label' }, text.slice(start, start + label)),
      wrapped(text, ranges, start + label, end))));
}

/** The text of anything but a provision: as it is, with what is cited marked. */
export function plainText(text, span) {
  return element('p', { class: 'text' }, wrapped(text, marks(span)));
}

const marks = (span) => (span ? [{ ...span, wrap: (nodes) => element('mark', {}, nodes) }] : []);

function connections({ text, references = [], definitions = [] }, open, language) {
  const placed = charactersIn(text);
  return disjoint([
    ...references.map(({ start, end, targets }) => ({ ...placed(start, end), wrap: (words) => crossReference(words, targets, open) })),
    ...definitions.map((meaning) => ({
      ...placed(meaning.start, meaning.end), wrap: (words) => term(words, { ...meaning, language }, open),
    })),
  ]);
}

/** Words that point at several provisions, such as "sections 4 to 6", lead to the first. */
function crossReference(words, targets, open) {
  const [target] = targets;
  const title = [...new Set([target, targets.at(-1)])].map(({ id }) => provisionLabel(id)).join(' – ');
  if (!target.held) return linkOut(target.url, words, say('newTab'), { class: 'reference outward', title }) ?? words;
  return element('a', {
    class: 'reference', title, href: webAddress(target.url) ?? '#passage',
    onclick: (event) => opensElsewhere(event) || (event.preventDefault(), open(target.id)),
  }, words);
}

/** With one of these keys a browser opens a link in a tab or window of its own: there, at the publisher's. */
const opensElsewhere = ({ ctrlKey, metaKey, shiftKey }) => ctrlKey || metaKey || shiftKey;
