// The language of the page: which it is, how it was chosen, and what the page says in it.

import { months, wording } from './wording.js';

const KEPT = 'aln-language';
const LANGUAGES = ['en', 'cy'];
let current = 'en';
let chosen = false;

/** `?lang=` first, then what was chosen here before, then the browser's. */
export function startLanguage(parameter) {
  const wish = [parameter, kept()].find((language) => LANGUAGES.includes(language));
  chosen = Boolean(wish);
  current = wish ?? (navigator.language.toLowerCase().startsWith('cy') ? 'cy' : 'en');
}

export function chooseLanguage(language) {
  chosen = true;
  current = language;
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // Storage may be switched off: the choice then lasts as long as the page.
  }
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export const language = () => current;

export const otherLanguage = () => (current === 'en' ? 'cy' : 'en');

/** The language to answer in, or undefined: until someone chooses, the service goes by the question's own. */
export const answerLanguage = () => (chosen || current === 'cy' ? current : undefined);

export function say(key, values = {}) {
  return wording[key][current].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The name of a value that the server may add to before the page knows it. */
export function sayValue(group, value) {
  return Object.hasOwn(wording, `${group}.${value}`) ? say(`${group}.${value}`) : String(value).replaceAll(/[_-]/g, ' ');
}

export const isKnown = (key) => Object.hasOwn(wording, key);

/** `2019-12-19`, `2022-09` or `2018` as people write it. */
export function sayDate(date) {
  const [year, month, day] = String(date).slice(0, 10).split('-').map(Number);
  return [day, months[current][month - 1], year].filter(Boolean).join(' ');
}

export function sayPage() {
  document.documentElement.lang = current;
  document.title = say('name');
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say(node.dataset.say);
}
