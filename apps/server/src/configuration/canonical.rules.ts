// Pure: JSON that is the same every time, one property a line, so that two exports can be compared.
import { createHash } from 'node:crypto';
import type { Json, Value } from './configuration.types.ts';
import { isReference } from './references.rules.ts';

/** What tells an entry apart comes first, everything else by the alphabet. */
const FIRST = ['subject', 'kind', 'name', 'key', 'label', 'shortcut', 'title', 'word'];
const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

export function inOrder(json: Json): Json {
  if (Array.isArray(json)) return isSet(json) ? json.toSorted() : json.map(inOrder);
  if (json === null || typeof json !== 'object') return json;
  const names = Object.keys(json).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, inOrder(json[name]!)]));
}

/** Of several that are named the order says nothing: it is that of their ids, which differ from one workspace to the next. */
const isSet = (list: readonly Json[]): list is string[] => list.every((one) => typeof one === 'string' && isReference(one));

export const textOf = (json: Json): string => `${JSON.stringify(inOrder(json), null, 2)}\n`;

export const isSame = (one: Json, other: Json): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

/** What differs between two entries, by property. */
export function fieldsBetween(before: Value | null, after: Value | null) {
  const shown = (value: Json | undefined) =>
    value === undefined || value === null ? null : typeof value === 'string' ? legible(value) : JSON.stringify(inOrder(value), null, 2);
  const names = Object.keys(inOrder({ ...before, ...after }) as Value);
  return names
    .filter((name) => !isSame(before?.[name] ?? null, after?.[name] ?? null))
    .map((name) => ({ name, before: before ? shown(before[name]) : null, after: after ? shown(after[name]) : null }));
}

/** Of the bytes of an image, which nobody reads: how many they are, and what tells them from others. */
function legible(text: string): string {
  const [, type, base64] = /^data:([\w/]+);base64,(.*)$/s.exec(text) ?? [];
  if (!type || !base64) return text;
  const bytes = Buffer.from(base64, 'base64');
  return `${type}, ${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;
}
