// What is asked, in the address of the page behind the #: a link reproduces it, and no server or proxy is sent it.

/** An asking is {question, asAt, area, lang}, each of which may be empty. */
export function readAddress() {
  const parameters = new URLSearchParams(location.hash.slice(1) || location.search);
  const read = (name) => parameters.get(name)?.trim() ?? '';
  return { question: read('q'), asAt: read('as_at'), area: read('area'), lang: read('lang') };
}

export function addressOf({ question, asAt, area, lang }) {
  const given = Object.entries({ lang, q: question, as_at: asAt, area }).filter(([, value]) => value);
  return given.length ? `/#${new URLSearchParams(given)}` : '/';
}

/** A new question is a step in the history; the same one, in another language or asked again, is not. */
export function writeAddress(asking, { replace = false } = {}) {
  const address = addressOf(asking);
  if (address === location.pathname + location.search + location.hash) return;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
}
