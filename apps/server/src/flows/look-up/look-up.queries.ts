import { SafeFetchError } from '../../platform/safe-fetch/safe-fetch.errors.ts';
import { safeFetch } from '../../platform/safe-fetch/safe-fetch.ts';
import type { SafeFetchOptions } from '../../platform/safe-fetch/safe-fetch.types.ts';
import type { LookUpRequest, LookUpStep } from '../flows.types.ts';
import { keptOf } from './request.rules.ts';

/** Asks a company's own server; the fields kept, or null. */
export type LookUp = (request: LookUpRequest, keep: LookUpStep['keep']) => Promise<Record<string, string> | null>;

/**
 * Look-ups over the public internet, five seconds and a megabyte at most. Null for everything that is no use: an error, a time-out, a
 * status other than 2xx, an answer that is not JSON or lacks a member.
 */
export const makeLookUp =
  (options: SafeFetchOptions = {}): LookUp =>
  async ({ method, url, body }, keep) => {
    const headers = { accept: 'application/json', ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) };
    try {
      const answer = await safeFetch(url, { method, headers, body }, options);
      if (answer.status < 200 || answer.status > 299) return null;
      return keep.length === 0 ? {} : keptOf(JSON.parse(answer.body.toString('utf8')), keep);
    } catch (error) {
      if (error instanceof SafeFetchError || error instanceof SyntaxError) return null;
      throw error;
    }
  };
