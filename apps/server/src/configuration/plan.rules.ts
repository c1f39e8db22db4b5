// Pure: what files would change, and what in them does not fit.

import { createHash } from 'node:crypto';
import type { ConfigurationChange, ConfigurationFault, ConfigurationFile } from '@madoguchi/contract/configuration.ts';
import { fieldsBetween, isSame } from './canonical.rules.ts';
import type { Json, Kind, Value } from './configuration.types.ts';
import type { Entry, Present } from './export.queries.ts';
import { keysFor } from './keys.rules.ts';
import { lineOf, lineOfFault } from './lines.rules.ts';
import { withIds, withNames } from './references.rules.ts';

/** One entry of a file that would be written. `value` holds ids, some of things that are yet to be made (`standIn`). */
export type Wanted = {
  kind: Kind;
  key: string;
  /** Of the entry that is there; null: it is to be made. */
  id: string | null;
  /** Stands for the id while there is none. */
  standIn: string | null;
  value: Value;
  file: string;
  line: number;
};
export type Gone = { kind: Kind; key: string; id: string; file: string };
export type Plan = {
  changes: ConfigurationChange[];
  faults: ConfigurationFault[];
  unchanged: number;
  wanted: Wanted[];
  gone: Gone[];
  /** Of ordered kinds: the keys in the order of the file, as they will be. */
  orders: { kind: Kind; keys: string[] }[];
  /** Kinds whose file says that a secret is kept with them. */
  secrets: Kind[];
};

type ReadEntry = { key: string; value: Value; path: (string | number)[] };
type Read = { kind: Kind; file: string; text: string; entries: ReadEntry[] };

export const changeId = (kind: Kind, key: string): string => (kind.single ? kind.name : `${kind.name}/${key}`);

/** Reads files against what is there. Nothing is decided here that a room decides: that is seen when it is tried. */
export function planOf(files: readonly ConfigurationFile[], kinds: readonly Kind[], present: Present): Plan {
  const faults: ConfigurationFault[] = [];
  const reads = kinds.flatMap((kind) =>
    files.filter(({ name }) => baseName(name) === `${kind.name}.json`).flatMap((file) => readFile(kind, file, faults)),
  );
  for (const { name } of files)
    if (!kinds.some((kind) => baseName(name) === `${kind.name}.json`))
      faults.push({ file: name, line: 1, entry: null, code: 'unknown_file', detail: baseName(name) });

  const there = (kind: Kind, { key, value }: ReadEntry) => {
    const isIt = kind.isDefault(value);
    return present.entries.get(kind.name)?.find((one) => kind.isDefault(one.value) === isIt && (isIt || one.key === key));
  };
  const standIns = new Map<string, string>();
  const ids = new Map([...present.names].map(([id, key]) => [`${id.slice(0, 3)} ${key}`, id]));
  for (const { kind, entries } of reads)
    for (const entry of entries) {
      if (!kind.prefix) continue;
      const name = `${kind.prefix} ${entry.key}`;
      const id = there(kind, entry)?.id;
      // One that is called otherwise here than in the file is what the file means all the same.
      if (id) ids.set(name, id);
      else standIns.set(name, standInFor(kind.prefix, entry.key));
    }
  const find = (prefix: string, key: string) => ids.get(`${prefix} ${key}`) ?? standIns.get(`${prefix} ${key}`) ?? null;
  const names = new Map([...present.names, ...[...standIns].map(([name, id]) => [id, name.slice(4)] as const)]);

  const plan: Plan = { changes: [], faults, unchanged: 0, wanted: [], gone: [], orders: [], secrets: [] };
  for (const read of reads) planFile(read, plan, { there, find, names, standIns, present: present.entries.get(read.kind.name) ?? [] });
  return plan;
}

type Known = {
  there: (kind: Kind, entry: ReadEntry) => Entry | undefined;
  find: (prefix: string, key: string) => string | null;
  names: ReadonlyMap<string, string>;
  standIns: ReadonlyMap<string, string>;
  present: readonly Entry[];
};

function planFile({ kind, file, text, entries }: Read, plan: Plan, { there, find, names, standIns, present }: Known): void {
  const met = new Set<string>();
  for (const one of entries) {
    const { key, value, path } = one;
    const entry = changeId(kind, key);
    const faultAt = (at: readonly PropertyKey[], code: string, detail: string) =>
      void plan.faults.push({ file, line: lineOf(text, [...path, ...at]), entry, code, detail });
    const before = there(kind, one);
    if (before) met.add(before.key);
    let lost = false;
    const withReal = withIds(value, find, (reference) => {
      lost = true;
      faultAt(wherein(value, reference), 'reference', reference);
    });
    const parsed = kind.shape.safeParse(withReal);
    if (!parsed.success && !lost)
      for (const issue of parsed.error.issues.slice(0, 5)) faultAt(issue.path, 'invalid', [...issue.path, issue.message].join(' '));
    if (!parsed.success || lost) continue;
    const after = withoutSecret(kind, withNames(parsed.data as Json, names) as Value);
    const was = before ? withoutSecret(kind, before.value) : null;
    if (kind.secret && (parsed.data as Value)[kind.secret] === true) plan.secrets.push(kind);
    if (was && isSame(was, after)) {
      plan.unchanged += 1;
      continue;
    }
    plan.changes.push({
      id: entry,
      kind: kind.name,
      name: key,
      change: before ? 'changed' : 'added',
      fields: fieldsBetween(was, after),
      refused: null,
    });
    const standIn = before ? null : (standIns.get(`${kind.prefix} ${key}`) ?? null);
    plan.wanted.push({ kind, key, id: before?.id ?? null, standIn, value: parsed.data as Value, file, line: lineOf(text, path) });
  }
  const keys = entries.map(({ key }) => key);
  if (kind.remove)
    for (const { id, key, value } of present)
      if (id && !met.has(key)) {
        const fields = fieldsBetween(value, null);
        plan.changes.push({ id: changeId(kind, key), kind: kind.name, name: key, change: 'removed', fields, refused: null });
        plan.gone.push({ kind, key, id, file });
      }
  if (!kind.ordered) return;
  plan.orders.push({ kind, keys });
  const stay = present.map(({ key }) => key).filter((key) => met.has(key));
  const wish = entries.flatMap((one) => there(kind, one)?.key ?? []);
  if (stay.join('\n') !== wish.join('\n')) {
    const fields = [{ name: 'order', before: stay.join('\n'), after: wish.join('\n') }];
    plan.changes.push({ id: `${kind.name}/*order`, kind: kind.name, name: '', change: 'moved', fields, refused: null });
  }
}

function readFile(kind: Kind, { name, text }: ConfigurationFile, faults: ConfigurationFault[]): Read[] {
  const fault = (line: number, code: string, detail: string, entry: string | null = null) =>
    void faults.push({ file: name, line, entry, code, detail });
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch (error) {
    fault(lineOfFault(text), 'unreadable', (error as Error).message);
    return [];
  }
  const isObject = (one: Json | undefined): one is Value => typeof one === 'object' && one !== null && !Array.isArray(one);
  if (kind.single) {
    if (isObject(json)) return [{ kind, file: name, text, entries: [{ key: kind.name, value: json, path: [] }] }];
    fault(1, 'invalid', 'object');
    return [];
  }
  if (!Array.isArray(json)) {
    fault(1, 'invalid', 'list');
    return [];
  }
  const keyOf = keysFor(kind);
  const entries: ReadEntry[] = [];
  for (const [index, value] of json.entries()) {
    if (isObject(value)) entries.push({ key: keyOf(value), value, path: [index] });
    else fault(lineOf(text, [index]), 'invalid', 'object');
  }
  return [{ kind, file: name, text, entries }];
}

/** Whether a secret is kept is no difference: no file brings one. */
function withoutSecret({ secret }: Kind, value: Value): Value {
  if (secret === null) return value;
  const { [secret]: _, ...rest } = value;
  return rest;
}

/** Where in a value a text stands first. */
function wherein(json: Json, text: string): (string | number)[] {
  if (json === null || typeof json !== 'object') return [];
  for (const [name, one] of Object.entries(json)) {
    if (one === text || name === text) return [name];
    const inside = wherein(one, text);
    if (inside.length > 0) return [name, ...inside];
  }
  return [];
}

/** Looks like an id, and is nobody's. */
const standInFor = (prefix: string, key: string): string =>
  `${prefix}_${BigInt(`0x${createHash('sha256').update(`${prefix} ${key}`).digest('hex')}`)
    .toString(36)
    .padStart(26, '0')
    .slice(-26)}`;

/** Files may come in folders. */
const baseName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
