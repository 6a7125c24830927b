// Provisions as people write them, in both languages, and where legislation.gov.uk has them.

import { isKnown, language, say } from './language.js';
import { sourceOf } from './register.js';

const LEGISLATION = /^(anaw|asc|mwa|wsi|uksi|ukpga)-(\d{4})-(\d+)$/;
const CODE = 'aln-code-2021';

/** `anaw-2018-2/section/11/3/b`: "section 11(3)(b), 2018 Act". */
export function provisionLabel(id) {
  const [sourceId, ...path] = stepsOf(id);
  return [unitLabel(sourceId, path), sourceTitle(sourceId)].filter(Boolean).join(', ');
}

/** `section 11(3)(b)`, without the instrument that it is of. */
export function unitName(id) {
  const [sourceId, ...path] = stepsOf(id);
  return unitLabel(sourceId, path);
}

/** The id of a provision's text in a language. */
export function inLanguage(id, language) {
  return language === 'cy' && !id.endsWith('/welsh') ? `${id}/welsh` : id;
}

export function sourceTitle(id) {
  return knownTitle(id) ?? instrumentTitle(id) ?? id.replaceAll('-', ' ');
}

/** A short title, or the one that the service gives; undefined when it holds no such source. */
export function knownTitle(id) {
  return isKnown(`title.${id}`) ? say(`title.${id}`) : sourceOf(id)?.title;
}

function instrumentTitle(id) {
  const [, type, year, number] = LEGISLATION.exec(id) ?? [];
  if (!type) return null;
  return isKnown(`instrument.${type}`) ? say(`instrument.${type}`, { number: `${year}/${number}` }) : `${type.toUpperCase()} ${year}/${number}`;
}

export function provisionAddress(id) {
  const [sourceId, ...path] = stepsOf(id);
  const found = LEGISLATION.exec(sourceId);
  if (!found) return null;
  const welsh = language() === 'cy' ? ['welsh'] : [];
  return ['https://www.legislation.gov.uk', ...found.slice(1), ...path, ...welsh].join('/');
}

/** Without what tells the index, rather than the law, which text it is: `/welsh`, and `~2` of a unit split for length. */
function stepsOf(id) {
  return id.replace(/~\d+$/, '').replace(/\/welsh$/, '').split('/');
}

function unitLabel(sourceId, path) {
  if (!path.length) return '';
  if (path[0] === 'schedule' && path.length > 1) {
    return [say('unit.schedule', { number: path[1] }), numbered(path.slice(2))].filter(Boolean).join(', ');
  }
  if (sourceId === CODE) return say('unit.paragraph', { number: path[0] + brackets(path.slice(1)) });
  return numbered(path);
}

function numbered([unit, number, ...rest]) {
  if (!unit) return '';
  if (!number || !isKnown(`unit.${unit}`)) return [unit, number, ...rest].filter(Boolean).join('/');
  return say(`unit.${unit}`, { number: number + brackets(rest) });
}

const brackets = (steps) => steps.map((step) => `(${step})`).join('');
