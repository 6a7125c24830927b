// The page: from a question in the box, or in the address, to an answer.

import { addressOf, readAddress, writeAddress } from './address.js';
import { isAnswered, showAnswer, showFailure, showLooking, showReceipt } from './answer.js';
import { copyText, plainText } from './copying.js';
import { element, fill } from './elements.js';
import { fillIn, fillInQuestion, filledIn, focusQuestion, leaveQuestion, showForm, startForm } from './form.js';
import { showGuide } from './guide.js';
import { answerLanguage, chooseLanguage, otherLanguage, say, sayPage, startLanguage } from './language.js';
import { closePassage, openPassage, startPassages } from './passage.js';
import { loadRegister } from './register.js';
import { askService, ServiceFailure } from './service.js';
import { showSources } from './sources.js';

const EXAMPLES = [1, 2, 3, 4, 5];
const byId = (id) => document.getElementById(id);
const [examples, answerSection, sourcesSection, guide, receipt] = ['examples', 'answer', 'sources', 'guide', 'receipt'].map(byId);
let request = null;
let asked = null;

const ways = {
  open: openPassage,
  again: () => ask(asked, { replace: true }),
  print: () => window.print(),
};

/** The last question asked is the one that is answered: an earlier one still on its way is cancelled. */
async function ask(asking, { replace = false } = {}) {
  closePassage();
  request?.abort();
  request = new AbortController();
  const { signal } = request;
  asked = { ...asking, lang: answerLanguage(), on: today() };
  writeAddress(asked, { replace });
  showAsked();
  const outcome = await askService(asked, signal).catch((failure) => failure);
  await registered;
  if (signal.aborted) return;
  if (outcome instanceof Error) showFailed(outcome);
  else showAnswered(outcome);
}

function showAsked() {
  for (const section of [examples, guide, sourcesSection, receipt]) section.hidden = true;
  showLooking(answerSection, asked);
  leaveQuestion();
}

function showAnswered(answer) {
  const choose = (choice) => askAnew(choice, answer.thread);
  showAnswer(answerSection, answer, asked, { ...ways, choose, copy: () => copy(answer) });
  showSources(sourcesSection, isAnswered(answer) ? answer.citations : [], openPassage);
  guide.hidden = isAnswered(answer);
  showReceipt(receipt, answer, asked);
  bringAnswerIntoView();
}

function showFailed(failure) {
  showFailure(answerSection, failure instanceof ServiceFailure ? failure : new ServiceFailure('broken'), asked, ways);
  guide.hidden = false;
  bringAnswerIntoView();
}

function askAnew(question, thread) {
  fillInQuestion(question);
  ask({ ...filledIn(), thread });
}

async function copy(answer) {
  const copied = await copyText(plainText(answer, asked));
  byId('copied').textContent = say(copied ? 'copied' : 'notCopied');
}

function bringAnswerIntoView() {
  const { top } = answerSection.getBoundingClientRect();
  if (top >= 0 && top < innerHeight * 0.6) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  answerSection.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function showStart() {
  request?.abort();
  asked = null;
  closePassage();
  delete answerSection.dataset.status;
  for (const section of [answerSection, sourcesSection, receipt]) section.hidden = true;
  for (const section of [examples, guide]) section.hidden = false;
}

function followAddress() {
  const asking = readAddress();
  fillIn(asking);
  if (asking.question) ask(filledIn(), { replace: true });
  else showStart();
}

function showTexts() {
  sayPage();
  byId('language').textContent = say('otherLanguage');
  byId('language').lang = otherLanguage();
  byId('home').href = addressOf({ lang: answerLanguage() });
  showExamples();
  showForm();
  showGuide(guide);
}

function showExamples() {
  fill(examples.querySelector('ul'), EXAMPLES.map((number) => {
    const question = say(`example.${number}`);
    return element('li', {}, element('button', { type: 'button', class: 'example', onclick: () => askAnew(question) }, question));
  }));
}

function switchLanguage() {
  chooseLanguage(otherLanguage());
  closePassage();
  showTexts();
  if (asked) ask(asked, { replace: true });
  else writeAddress({ ...readAddress(), lang: answerLanguage() }, { replace: true });
}

function skipToQuestion(event) {
  event.preventDefault();
  focusQuestion();
}

startLanguage(readAddress().lang);
startPassages();
startForm(ask);
showTexts();
byId('page').hidden = false;
const registered = loadRegister().then(() => {
  showForm();
  showGuide(guide);
});
byId('skip').addEventListener('click', skipToQuestion);
byId('language').addEventListener('click', switchLanguage);
addEventListener('popstate', followAddress);
followAddress();
