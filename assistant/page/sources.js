// The numbered list of an answer's sources: authority, date, quote, what it rests on, and the way to the original.

import { element, fill, hostOf, linkOut, webAddress } from './elements.js';
import { say, sayDate, sayValue } from './language.js';
import { provisionAddress, provisionLabel, sourceTitle } from './provisions.js';
import { isHeld } from './register.js';

/** `open(target, opener)` shows a citation, or {provision}, in context. */
export function showSources(section, citations, open) {
  section.hidden = !citations.length;
  fill(section,
    element('h2', { id: 'sources-heading' }, say('sources')),
    element('ol', { role: 'list' }, citations.map((citation) => sourceItem(citation, open))),
  );
}

function sourceItem(citation, open) {
  return element('li', { class: 'source', 'data-number': citation.number },
    element('span', { class: 'number', 'aria-hidden': 'true' }, `[${citation.number}]`),
    element('div', {},
      element('h3', { lang: citation.language }, element('span', { class: 'label' }, citation.label || sourceTitle(citation.source_id)), ' ',
        citation.title !== citation.label && element('span', { class: 'title' }, citation.title)),
      standing(citation),
      citation.superseded_by && element('p', { class: 'flag superseded' }, say('supersededBy', { title: sourceTitle(citation.superseded_by) })),
      element('blockquote', { lang: citation.language }, element('p', {}, citation.quote)),
      basis(citation, open),
      ways(citation, open)));
}

/** The line of what a source is worth: its authority, its dates, and whether anyone read it. */
export function standing(citation) {
  const { authority, in_force_from: inForceFrom } = citation;
  const secondary = secondaryText(citation);
  return element('p', { class: 'standing' },
    authorityBadge(authority),
    citation.published && element('span', {}, publishedText(citation)),
    inForceFrom && element('span', {}, say('inForceFrom', { date: sayDate(inForceFrom) })),
    secondary && element('span', { class: 'secondary' }, secondary));
}

/** A note's date is the one at which it was right; any other source's, the one at which it came out. */
export function publishedText({ authority, published }) {
  const date = sayDate(published);
  return authority === 'note' ? say('rightAsAt', { date }) : date;
}

/** What nobody has read: the source itself, or something that its words rest on. */
export function secondaryText(citation) {
  if (citation.read !== 'secondary') return '';
  return say(restsOn(citation).length ? 'secondaryBasis' : 'secondary');
}

export function authorityBadge(authority) {
  return element('span', { class: 'badge', 'data-authority': authority }, sayValue('authority', authority));
}

/** A provision that is the passage itself tells nobody anything. */
export function restsOn({ provisions, passage_id: passageId }) {
  return (provisions ?? []).filter((id) => id !== passageId && `${id}/welsh` !== passageId);
}

function basis(citation, open) {
  const provisions = restsOn(citation);
  if (!provisions.length) return null;
  return element('div', { class: 'basis' },
    element('p', { class: 'term' }, say('restsOn')),
    element('ul', { role: 'list' }, provisions.map((id) => element('li', {}, provisionWay(id, open)))));
}

function provisionWay(id, open) {
  const label = provisionLabel(id);
  if (isHeld(id.split('/')[0])) {
    return element('button', { type: 'button', class: 'link', onclick: (event) => open({ provision: id }, event.currentTarget) }, label);
  }
  return linkOut(provisionAddress(id), label, say('newTab')) ?? element('span', {}, label);
}

function ways(citation, open) {
  const address = webAddress(citation.url);
  return [
    element('p', { class: 'ways' },
      element('button', { type: 'button', class: 'link', onclick: (event) => open(citation, event.currentTarget) },
        say('inContext'), element('span', { class: 'unseen' }, `: [${citation.number}] ${citation.label}`)),
      address && linkOut(address, say(citation.authority === 'note' ? 'originalOfNote' : 'original', { host: hostOf(address) }), say('newTab'))),
    address && element('p', { class: 'address' }, address),
  ];
}
