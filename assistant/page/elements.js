// Builds elements. Every text goes in as a text node, so that nothing in a document is ever read as markup.

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) setAttribute(node, key, value);
  return fill(node, ...children);
}

/** Puts the children in place of what the node held; null, undefined, false and '' are no child. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(Boolean));
  return node;
}

function setAttribute(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
  else node.setAttribute(key, value === true ? '' : value);
}

/** The text with its `backticked` words as code. */
export function withCode(text) {
  return text.split('`').map((part, index) => (index % 2 ? element('code', {}, part) : part));
}

/** A link out of the page, or null: an address that is not http(s) came from a document and is not to be followed. */
export function linkOut(address, text, hiddenText, attributes = {}) {
  if (!webAddress(address)) return null;
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer', ...attributes },
    text, element('span', { class: 'unseen' }, ` ${hiddenText}`));
}

/** `legislation.gov.uk`: where a link leads, as people say it. */
export function hostOf(address) {
  return webAddress(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}

export function webAddress(address) {
  if (!address || !URL.canParse(address)) return null;
  const { protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? address : null;
}
