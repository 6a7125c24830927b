// The lines of a provision, as it is set out on paper: (1), then (a), then (i), then (A), each further in.

const LABEL = /^\((\d+[A-Z]*|[a-z]{1,5}|[A-Z]{1,2})\)(?= )/;
const ROMAN = /^[ivx]+$/;
const KINDS = ['number', 'letter', 'roman', 'capital'];

/** Each line is {start, end, label, depth}: `label` is the length of its "(a)", or 0; `depth` counts from 0. */
export function linesOf(text) {
  const lines = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length, ...labelOf(line) }));
  let lastLetter = '';
  const kinds = lines.map(({ name }) => {
    const kind = kindOf(name, lastLetter);
    if (kind === 'letter') lastLetter = name;
    else if (kind === 'number') lastLetter = '';
    return kind;
  });
  const outermost = kinds.includes('number') ? 1 : 0;
  return lines.map((line, index) => ({ ...line, depth: kinds[index] ? KINDS.indexOf(kinds[index]) + outermost : outermost }));
}

function labelOf(line) {
  const [whole = '', name = ''] = LABEL.exec(line) ?? [];
  return { label: whole.length, name };
}

/** An (i) that follows an (h) is a letter. */
function kindOf(name, lastLetter) {
  if (!name) return null;
  if (/\d/.test(name)) return 'number';
  if (/[A-Z]/.test(name)) return 'capital';
  const follows = name.length === 1 && name.charCodeAt(0) === lastLetter.charCodeAt(0) + 1;
  return ROMAN.test(name) && !follows ? 'roman' : 'letter';
}
