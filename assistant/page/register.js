// The sources that the service holds, for their titles, their areas, and whether a provision can be opened here.

import { fetchSources } from './service.js';

let sources = [];

/** Resolves when the sources are known; without them the page still answers. */
export async function loadRegister() {
  try {
    sources = await fetchSources();
  } catch {
    sources = [];
  }
}

export const held = () => sources.filter((source) => source.passages);

export const sourceOf = (id) => sources.find((source) => source.id === id);

export const isHeld = (id) => Boolean(sourceOf(id)?.passages);

export function areas() {
  return [...new Set(held().map((source) => source.area))].filter((area) => area && area !== 'wales').sort();
}
