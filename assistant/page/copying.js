// An answer as plain text for an e-mail: sentences with their marks, notes, numbered sources with quotes and addresses.

import { dutyText, readAs } from './answer.js';
import { webAddress } from './elements.js';
import { say, sayDate, sayValue } from './language.js';
import { provisionLabel, sourceTitle } from './provisions.js';
import { publishedText, restsOn, secondaryText } from './sources.js';

export function plainText(answer, asking) {
  return [
    asking.question,
    answer.sentences.map(sentenceText).join('\n'),
    answer.status === 'partial' ? say('status.partial.text') : '',
    (answer.warnings ?? []).map(({ kind, text }) => `${sayValue('warning', kind)}: ${text}`).join('\n'),
    [say('sources'), ...answer.citations.map(citationText)].join('\n'),
    closing(answer, asking),
  ].filter(Boolean).join('\n\n');
}

function sentenceText({ text, citations, force, bearer }) {
  const duty = dutyText(force, bearer);
  return [text, ...citations.map((number) => `[${number}]`), duty && `(${duty})`].filter(Boolean).join(' ');
}

function citationText(citation) {
  const provisions = restsOn(citation);
  const standing = [
    sayValue('authority', citation.authority),
    citation.published && publishedText(citation),
    secondaryText(citation),
    citation.superseded_by && say('supersededBy', { title: sourceTitle(citation.superseded_by) }),
  ].filter(Boolean).join('; ');
  return [
    `[${citation.number}] ${[...new Set([citation.title, citation.label])].filter(Boolean).join(', ')} (${standing})`,
    `    “${citation.quote.replaceAll('\n', '\n    ')}”`,
    provisions.length && `    ${say('restsOn')}: ${provisions.map(provisionLabel).join('; ')}`,
    webAddress(citation.url) && `    ${citation.url}`,
  ].filter(Boolean).join('\n');
}

function closing(answer, asking) {
  const version = answer.receipt?.corpus_version;
  return [
    `${say('name')}.`,
    asking.asAt && `${say('askedAbout', { date: sayDate(asking.asAt) })}.`,
    `${readAs(answer)}.`,
    version && `${say('corpusVersion')}: ${version}.`,
    `${say('notAdvice')}.`,
  ].filter(Boolean).join(' ');
}

/** Whether it was copied. Without https the browser has no clipboard to offer, and the older way is tried. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const returnTo = document.activeElement;
  const field = document.createElement('textarea');
  field.className = 'unseen';
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  returnTo?.focus({ preventScroll: true });
  return copied;
}
