// Talks to the service over HTTP and names what can go wrong.

/** `reason`: network, unready, busy, refused, broken or absent; `fields` are those that a 422 names. */
export class ServiceFailure extends Error {
  constructor(reason, fields = []) {
    super(reason);
    this.reason = reason;
    this.fields = fields;
  }
}

export function askService({ question, asAt, area, lang, thread }, signal) {
  return fetchJson('/v1/answer', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question, lang: lang || undefined, as_at: asAt || undefined, area: area || undefined, thread }),
    signal,
  });
}

/** `language` is that in which the service speaks of the passage, not that of its text. */
export function fetchPassage(id, language, signal) {
  return fetchJson(`/v1/passages/${id.split('/').map(encodeURIComponent).join('/')}?lang=${language}`, { signal });
}

/** The page waits for the sources before it shows an answer, so not for long. */
export async function fetchSources() {
  const { sources } = await fetchJson('/v1/sources', { signal: AbortSignal.timeout(3000) });
  return sources;
}

async function fetchJson(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ServiceFailure('network');
  }
  if (!response.ok) throw await failureOf(response);
  try {
    return await response.json();
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ServiceFailure('broken');
  }
}

const REASONS = { 404: 'absent', 422: 'refused', 429: 'busy', 503: 'unready' };

async function failureOf(response) {
  const reason = REASONS[response.status] ?? 'broken';
  return new ServiceFailure(reason, reason === 'refused' ? await refusedFields(response) : []);
}

/** The name of each field at fault, with what the service said about it: [{field, text}]. */
async function refusedFields(response) {
  const body = await response.json().catch(() => ({}));
  if (!Array.isArray(body.detail)) return [];
  return body.detail.map(({ loc = [], msg = '' }) => ({ field: String(loc.at(-1) ?? ''), text: String(msg) }));
}
