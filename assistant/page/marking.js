// A text with some of its words wrapped: marked, linked, defined, or several of these at once.

/**
 * Nodes for `text`. Each of `ranges` is {start, end, wrap}: `wrap(nodes)` gives the element around those words. A range inside
 * another is wrapped inside it, and of two over the same words the one given first is outside. What overlaps another only in
 * part is wrapped in two pieces.
 */
export function wrapped(text, ranges, start = 0, end = text.length) {
  const nodes = [];
  let at = start;
  let rest = within(ranges, start, end);
  while (rest.length) {
    const [outer, ...others] = rest;
    const inner = wrapped(text, others, outer.start, outer.end);
    nodes.push(text.slice(at, outer.start), outer.wrap(inner));
    at = outer.end;
    rest = within(others, at, end);
  }
  return [...nodes, text.slice(at, end)];
}

/** The ranges, cut to these bounds: the first to start, and of those the longest, leads. */
function within(ranges, start, end) {
  return ranges
    .map((range) => ({ ...range, start: Math.max(range.start, start), end: Math.min(range.end, end) }))
    .filter((range) => range.start < range.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Those of the ranges that share no word with one given before them: a link cannot hold another. */
export function disjoint(ranges) {
  return ranges.filter((range, index) => !ranges.slice(0, index).some((other) => other.start < range.end && range.start < other.end));
}
