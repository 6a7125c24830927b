// The panel that a passage opens in: beside the answer on a wide screen, over it on a narrow one.

import { hideDefinition } from './terms.js';

const wide = matchMedia('(min-width: 64rem)');
const panel = document.getElementById('passage');
const body = document.getElementById('passage-body');
const heading = document.getElementById('passage-heading');
let opener = null;

/** `close()` is called when the reader wants to leave it. */
export function startPanel(close) {
  document.getElementById('passage-close').addEventListener('click', close);
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  panel.addEventListener('click', (event) => event.target === panel && !wide.matches && close());
  document.addEventListener('keydown', (event) => event.key === 'Escape' && panel.open && escape(event, close));
  wide.addEventListener('change', () => panel.open && reopen());
}

/** Escape closes what was opened last. */
function escape(event, close) {
  if (hideDefinition()) event.preventDefault();
  else close();
}

/** Whether the panel is open. */
export const isOpen = () => panel.open;

/** `from` is what it was opened from, and what the reader returns to. */
export function openPanel(from) {
  release();
  opener = from;
  opener?.setAttribute('aria-expanded', 'true');
  reveal();
}

export function closePanel() {
  panel.close();
  const returnTo = opener;
  release();
  returnTo?.focus({ preventScroll: wide.matches });
}

export function focusHeading() {
  heading.focus({ preventScroll: wide.matches });
}

/** How far the reader has scrolled. */
export const readingPlace = () => body.scrollTop;

export function returnToPlace(place) {
  body.scrollTop = place;
}

/** Scrolls the panel alone: scrollIntoView would move the page too. */
export function bringIntoView(node) {
  body.scrollTop = 0;
  if (!node) return;
  const place = node.getBoundingClientRect().top - body.getBoundingClientRect().top;
  body.scrollTop = Math.max(0, place - body.clientHeight / 4);
}

function release() {
  opener?.setAttribute('aria-expanded', 'false');
  opener = null;
}

function reopen() {
  panel.close();
  reveal();
}

function reveal() {
  if (panel.open) return;
  if (wide.matches) panel.show();
  else panel.showModal();
}
