// Pure: ids of one workspace as names that hold in every one, and back.
import type { Json } from './configuration.types.ts';

/** By the first letters of an id, what it is called in files. */
const KINDS: Readonly<Record<string, string>> = {
  tem: 'team',
  ibx: 'inbox',
  brd: 'brand',
  cal: 'calendar',
  rol: 'role',
  skl: 'skill',
  que: 'queue',
  tfo: 'folder',
  can: 'canned-response',
  mac: 'macro',
  flw: 'flow',
  seg: 'segment',
  agt: 'agent',
  org: 'organization',
  art: 'article',
};
const PREFIXES = new Map(Object.entries(KINDS).map(([prefix, kind]) => [kind, prefix]));

const ID = /^([a-z]{3})_[0-9a-z]{26}$/;
const REFERENCE = /^@([a-z-]+):/s;
/** A text of somebody's own that looks like one: a second @ says that it is none. */
const ESCAPED = /^@(@+[a-z-]+:)/s;

/** A text that names something, in files. */
export const isReference = (text: string): boolean => PREFIXES.has(REFERENCE.exec(text)?.[1] ?? '');

export const referenceTo = (prefix: string, key: string): string => `@${KINDS[prefix] ?? prefix}:${key}`;

/** `names`: id → key. What they do not hold stays as it is. */
export const withNames = (json: Json, names: ReadonlyMap<string, string>): Json =>
  mapTexts(json, (text) => {
    const prefix = ID.exec(text)?.[1];
    const key = names.get(text);
    if (prefix && key !== undefined) return referenceTo(prefix, key);
    const kind = /^@+([a-z-]+):/s.exec(text)?.[1];
    return kind !== undefined && PREFIXES.has(kind) ? `@${text}` : text;
  });

/** `find`: the id of what a reference names, or null. Everything that names nobody goes to `lost`. */
export const withIds = (json: Json, find: (prefix: string, key: string) => string | null, lost: (reference: string) => void): Json =>
  mapTexts(json, (text) => {
    const escaped = ESCAPED.exec(text)?.[1];
    if (escaped && PREFIXES.has(/([a-z-]+):$/.exec(escaped)?.[1] ?? '')) return text.slice(1);
    const prefix = PREFIXES.get(REFERENCE.exec(text)?.[1] ?? '');
    if (!prefix) return text;
    const id = find(prefix, text.slice(text.indexOf(':') + 1));
    if (id === null) lost(text);
    return id ?? text;
  });

/** Texts and the names of properties: some are kept under an id. */
function mapTexts(json: Json, change: (text: string) => string): Json {
  if (typeof json === 'string') return change(json);
  if (Array.isArray(json)) return json.map((one) => mapTexts(one, change));
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [change(name), mapTexts(value, change)]));
}
