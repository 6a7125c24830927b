// Defined terms in a text of law: pointing at one, coming to it by keyboard or pressing it shows what it means.

import { element } from './elements.js';
import { say } from './language.js';
import { unitName } from './provisions.js';

const HESITATION = 180;
let shown = null;
let due = 0;

document.addEventListener('pointerdown', ({ target }) => shown && !shown.whole.contains(target) && hide());

/**
 * The words of the text as a term; `open(provision)` goes to the one that defines it. The definition is in the page only
 * while it is shown. A button element would not break over lines as the words around it do, nor be copied with them.
 */
export function term(words, meaning, open) {
  const name = element('span', { class: 'defined-term', role: 'button', tabindex: '0', 'aria-expanded': 'false', onkeydown: press }, words);
  const whole = element('span', { class: 'defined' }, name);
  const showThis = () => show({ whole, name, definition: definition(meaning, open) });
  const leaveThis = () => shown?.whole === whole && hide();
  listen(whole, {
    click: ({ target }) => name.contains(target) && showThis(),
    focusin: showThis,
    focusout: ({ relatedTarget }) => whole.contains(relatedTarget) || leaveThis(),
    pointerenter: ({ pointerType }) => pointerType === 'mouse' && soon(showThis),
    pointerleave: ({ pointerType }) => pointerType === 'mouse' && soon(() => whole.contains(document.activeElement) || leaveThis()),
  });
  return whole;
}

function listen(node, listeners) {
  for (const [kind, listener] of Object.entries(listeners)) node.addEventListener(kind, listener);
}

function definition({ term: name, text, provision, language }, open) {
  return element('span', { class: 'definition', popover: 'manual' },
    element('strong', { lang: language }, name),
    element('span', { id: 'meaning', lang: language }, text),
    element('button', { type: 'button', class: 'link', onclick: () => open(provision) }, say('definedIn', { label: unitName(provision) })));
}

/** Whether there was a definition to hide. The reader stays at its term. */
export function hideDefinition() {
  if (!shown?.whole.isConnected) return false;
  if (shown.definition.contains(document.activeElement)) shown.name.focus();
  hide();
  return true;
}

function show(next) {
  clearTimeout(due);
  if (shown?.whole === next.whole || !next.whole.isConnected) return;
  hide();
  shown = next;
  const { whole, name, definition: meaning } = shown;
  whole.append(meaning);
  name.setAttribute('aria-expanded', 'true');
  name.setAttribute('aria-describedby', 'meaning');
  meaning.showPopover({ source: name });
}

function hide() {
  clearTimeout(due);
  if (!shown) return;
  const { name, definition: meaning } = shown;
  shown = null;
  name.setAttribute('aria-expanded', 'false');
  name.removeAttribute('aria-describedby');
  meaning.remove();
}

function soon(act) {
  clearTimeout(due);
  due = setTimeout(act, HESITATION);
}

function press(event) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.click();
}
