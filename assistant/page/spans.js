// Where in a passage's text the quoted words stand.

/** The span of the citation's quote, verbatim; where it stands twice, the place that begins a unit resting on the same provision. */
export function quoteSpan(passage, { quote, provisions = [] }) {
  const places = [...placesOf(quote, passage.text)];
  if (!places.length) return null;
  const starts = unitsOf(passage).filter((unit) => unit.provisions.some((id) => provisions.includes(id))).map((unit) => unit.start);
  const start = places.find((place) => starts.includes(place)) ?? places[0];
  return { start, end: start + quote.length };
}

function* placesOf(quote, text) {
  for (let place = text.indexOf(quote); quote && place >= 0; place = text.indexOf(quote, place + 1)) yield place;
}

/** The span of the units of one provision inside its container; null when the passage is that provision itself, or a part of it. */
export function anchorSpan(passage, provision) {
  const anchor = passage.anchor ?? provision;
  if (passage.provision === anchor || passage.provision?.startsWith(`${anchor}/`)) return null;
  const inside = unitsOf(passage).filter((unit) => unit.provisions.some((id) => id === anchor || id.startsWith(`${anchor}/`)));
  if (!inside.length) return null;
  return { start: Math.min(...inside.map((unit) => unit.start)), end: Math.max(...inside.map((unit) => unit.end)) };
}

function unitsOf({ units = [], text }) {
  const placed = charactersIn(text);
  return units.map(({ start, end, provisions = [] }) => ({ ...placed(start, end), provisions }));
}

/** The service counts characters; the browser counts UTF-16 units, two to some characters: a function from the first to the second. */
export function charactersIn(text) {
  const characters = Array.from(text);
  const unitsBefore = (count) => (characters.length === text.length ? count : characters.slice(0, count).join('').length);
  return (start, end) => ({ start: unitsBefore(start), end: unitsBefore(end) });
}
