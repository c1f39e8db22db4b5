// Pure: what a look-up sends, and what it keeps of the answer.
import { cutText } from '../../platform/text/fold.ts';
import type { LookUpRequest, LookUpStep } from '../flows.types.ts';
import { fieldsIn, fillIn } from '../run/texts.rules.ts';

const MOST_CHARACTERS = 1000;

/**
 * The request with the answers in their places: encoded as part of an address, escaped as part of a JSON string. Null when an answer
 * would lead to another address than the company wrote: in the host, or as `..` between slashes.
 */
export function requestOf(
  { method, url, body }: Pick<LookUpStep, 'method' | 'url' | 'body'>,
  answers: Readonly<Record<string, string>>,
): LookUpRequest | null {
  if (!hasOwnHost(url)) return null;
  const address = fillIn(url, answers, (value) => encodeURIComponent(value.toWellFormed()));
  const path = address.split(/[?#]/)[0]!;
  if (fieldsIn(url).length > 0 && path.split('/').some((part) => /^(?:\.|%2e){1,2}$/i.test(part))) return null;
  const escaped = fillIn(body, answers, (value) => JSON.stringify(value.toWellFormed()).slice(1, -1));
  return { method, url: address, body: method === 'POST' ? escaped : '' };
}

/** Whether the host is the company's own words: no answer stands in it. */
export const hasOwnHost = (url: string): boolean => fieldsIn(/^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? '{host}').length === 0;

/** The members of a JSON answer that become fields: texts, numbers and yes or no; null when one of them is missing. */
export function keptOf(answer: unknown, keep: LookUpStep['keep']): Record<string, string> | null {
  const fields: Record<string, string> = {};
  for (const { field, path } of keep) {
    const value = memberAt(answer, path);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
    fields[field] = cutText(String(value).toWellFormed().replaceAll('\0', ''), MOST_CHARACTERS);
  }
  return fields;
}

/** `order.lines.0.name`; own members only. */
function memberAt(answer: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    return (at as Record<string, unknown>)[name];
  }, answer);
}
