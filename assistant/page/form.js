// The form: the question and its limit, the date and the area, and what keeps it from being sent.

import { element, fill } from './elements.js';
import { say, sayDate, sayValue } from './language.js';
import { areas } from './register.js';

const LIMIT = 2000;
const NEAR_LIMIT = 1800;
const form = document.getElementById('form');
const question = document.getElementById('question');
const count = document.getElementById('question-count');
const problem = document.getElementById('question-problem');
const options = document.getElementById('options');
const asAt = document.getElementById('as-at');
const area = document.getElementById('area');

/** `send(asking)` is called with what was filled in, once nothing is wrong with it. */
export function startForm(send) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (accept()) send(filledIn());
  });
  question.addEventListener('keydown', enterSends);
  question.addEventListener('input', typed);
  options.addEventListener('change', showChosen);
}

export function filledIn() {
  return { question: question.value.trim(), asAt: asAt.value, area: area.value };
}

export function fillIn(asking) {
  question.value = asking.question;
  asAt.value = asking.asAt;
  options.open = Boolean(asking.asAt || asking.area);
  offerAreas(asking.area);
  typed();
}

export function fillInQuestion(text) {
  question.value = text;
  typed();
}

/** Says the form again: its language or the sources have changed. */
export function showForm() {
  offerAreas(area.value);
  showCount();
  showProblem('');
}

export function focusQuestion() {
  question.focus();
}

/** Puts the on-screen keyboard away. */
export function leaveQuestion() {
  if (matchMedia('(pointer: coarse)').matches) question.blur();
}

function accept() {
  const excess = -left();
  if (!question.value.trim()) return showProblem(say('failure.empty'), question);
  if (excess > 0) return showProblem(say('failure.long', { count: excess }), question);
  if (asAt.validity.badInput) return showProblem(say('failure.date'), asAt);
  return showProblem('');
}

/** Whether there is none. */
function showProblem(text, field = null) {
  problem.textContent = text;
  for (const each of [question, asAt]) each.setAttribute('aria-invalid', each === field);
  field?.focus();
  return !text;
}

function enterSends(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
}

function typed() {
  showProblem('');
  showCount();
  grow();
}

/** Characters left, counted as the service counts them. */
const left = () => LIMIT - Array.from(question.value.trim()).length;

function showCount() {
  count.textContent = left() <= LIMIT - NEAR_LIMIT ? say('left', { count: left() }) : '';
  count.classList.toggle('over', left() < 0);
}

/** The box grows with the question, where the browser does not do that by itself. */
function grow() {
  if (CSS.supports('field-sizing', 'content')) return;
  question.style.height = 'auto';
  question.style.height = `${question.scrollHeight + 4}px`;
}

function offerAreas(chosen) {
  const slugs = chosen && !areas().includes(chosen) ? [...areas(), chosen] : areas();
  fill(area,
    element('option', { value: '' }, say('allWales')),
    slugs.map((slug) => element('option', { value: slug }, sayValue('area', slug))),
  );
  area.value = chosen;
  showChosen();
}

function showChosen() {
  const chosen = [
    asAt.value && say('lawAsAt', { date: sayDate(asAt.value) }),
    area.value && sayValue('area', area.value),
  ].filter(Boolean);
  document.getElementById('options-chosen').textContent = chosen.join(' · ');
}
