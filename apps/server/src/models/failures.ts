import type { ModelFailure } from '@madoguchi/contract/models.ts';
import { SafeFetchError } from '../platform/safe-fetch/safe-fetch.errors.ts';
import { cutText } from '../platform/text/fold.ts';

const SHOWN = 300;
const REFUSED_ADDRESS = new Set(['fetch.url_invalid', 'fetch.scheme_refused', 'fetch.address_refused']);

export type Failed = { failure: ModelFailure; detail: string | null };

/** What a failed call means for whoever set the model up. The key is in none of these words. */
export function failureOf(error: unknown): Failed {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) {
    if (one instanceof SafeFetchError) return ofNetwork(one);
    if (one.name === 'TimeoutError' || one.name === 'AbortError') return { failure: 'timeout', detail: null };
    if ('statusCode' in one && typeof one.statusCode === 'number') return ofStatus(one.statusCode, one.message);
  }
  return { failure: 'no_reply', detail: error instanceof Error ? cutText(error.message, SHOWN) : null };
}

function ofNetwork({ code, message }: SafeFetchError): Failed {
  if (code === 'fetch.timed_out' || code === 'fetch.aborted') return { failure: 'timeout', detail: null };
  if (code === 'fetch.too_large') return { failure: 'no_reply', detail: message };
  return { failure: REFUSED_ADDRESS.has(code) ? 'address_refused' : 'unreachable', detail: message };
}

/** What an HTTP status other than success means. */
export function ofStatus(status: number, message: string): Failed {
  const detail = cutText(`${status} ${message}`, SHOWN);
  if (status === 401 || status === 403) return { failure: 'key_refused', detail };
  if (status === 404) return { failure: 'not_found', detail };
  if (status === 429) return { failure: 'too_many', detail };
  return { failure: status >= 500 ? 'server_error' : 'no_reply', detail };
}
