// What a source is worth and when: its authority, its dates, which version of the text this is, and whether it is in force.

import { element } from './elements.js';
import { isKnown, say, sayDate } from './language.js';
import { authorityBadge, publishedText, secondaryText } from './sources.js';

/** `citation` is what led here, with its own dates; or {} when a provision was opened by itself. */
export function currencyOf({ source, currency }, citation) {
  const authority = citation.authority ?? source.kind;
  const published = citation.published ?? source.published;
  const secondary = citation.quote ? secondaryText(citation) : '';
  return [
    element('p', { class: 'standing' },
      authorityBadge(authority),
      dates({ ...source, authority, published }).map((text) => element('span', {}, text)),
      version(currency).map((text) => element('span', {}, text)),
      secondary && element('span', { class: 'secondary' }, secondary)),
    source.draft && element('p', { class: 'flag not-law' }, say('draft')),
    currency?.standing && element('p', { class: 'flag not-law', 'data-standing': currency.standing }, standing(currency)),
  ];
}

function dates({ authority, published, in_force_from: from, in_force_until: until }) {
  return [
    published && cameOut(authority, published),
    from && say('inForceFrom', { date: sayDate(from) }),
    until && say('inForceUntil', { date: sayDate(until) }),
  ].filter(Boolean);
}

/** An Act is enacted, regulations are made, a note was right on a day; anything else is published. */
function cameOut(authority, published) {
  if (authority === 'note') return publishedText({ authority, published });
  const date = sayDate(published);
  return say(isKnown(`cameOut.${authority}`) ? `cameOut.${authority}` : 'cameOut', { date });
}

/**
 * A version's dates bound this wording. They are never those on which a provision came into force or ceased to be, and beside
 * the news that it never was in force they would be read as that.
 */
function version(currency) {
  const { version_from: from, version_until: until, extent, standing: value } = currency ?? {};
  const neverInForce = ['prospective', 'discarded'].includes(value);
  return [
    !neverInForce && from && say('versionFrom', { date: sayDate(from) }),
    !neverInForce && until && say('versionUntil', { date: sayDate(until) }),
    extent && say('extent', { places: extent.split('+').map(place).join(', ') }),
  ].filter(Boolean);
}

const place = (code) => (isKnown(`extent.${code}`) ? say(`extent.${code}`) : code);

function standing({ standing: value }) {
  return say(isKnown(`standing.${value}`) ? `standing.${value}` : 'standing.not_valid');
}
