import type { ConfigurationFile } from '@madoguchi/contract/configuration.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { listInboxes } from '../workspaces/inboxes.queries.ts';
import { textOf } from './canonical.rules.ts';
import type { Kind, KindDeps, Stored, Value } from './configuration.types.ts';
import { keysFor } from './keys.rules.ts';
import { KINDS } from './kinds/all-kinds.ts';
import { namesOfOthers } from './others.queries.ts';
import { withNames } from './references.rules.ts';

/** An entry as files have it: by its key, with names for ids. */
export type Entry = { id: string | null; key: string; value: Value };
/** Everything there is, by kind; `names`: id → key of all that can be referred to. */
export type Present = { entries: ReadonlyMap<string, readonly Entry[]>; names: ReadonlyMap<string, string> };

/**
 * Reads the whole configuration in the order of the kinds, so that what refers to something finds its name. `files`: what they name of people
 * and content is looked up as well.
 */
export async function readConfiguration(ctx: Ctx, tx: Tx, deps: KindDeps, files: readonly ConfigurationFile[] = []): Promise<Present> {
  const stored = new Map<Kind, Stored[]>();
  for (const kind of KINDS) stored.set(kind, await kind.list(ctx, tx, deps));
  const mentioned = JSON.stringify([...stored.values()]);
  const names = new Map(await namesOfOthers(ctx, tx, [mentioned, ...files.map(({ text }) => text)]));
  for (const { id, name } of await listInboxes(ctx, tx)) names.set(id, name);
  const entries = new Map<string, Entry[]>();
  for (const [kind, all] of stored) {
    const keyOf = keysFor(kind);
    const own = all.map((one): Entry => {
      const value = withNames(one.value, names) as Value;
      const key = keyOf(value);
      if (kind.prefix && one.id) names.set(one.id, key);
      return { id: one.id, key, value };
    });
    // Entries of one kind may name one another: now all of them have names.
    const again = own.map((entry) => ({ ...entry, value: withSelf(entry.value, kind, names) }));
    entries.set(kind.name, kind.ordered ? again : again.toSorted((a, b) => (a.key < b.key ? -1 : 1)));
  }
  return { entries, names };
}

/** What only now has a name; texts that were made safe before are left alone. */
function withSelf(value: Value, kind: Kind, names: ReadonlyMap<string, string>): Value {
  const own = new Map([...names].filter(([id]) => kind.prefix !== null && id.startsWith(`${kind.prefix}_`)));
  return own.size === 0 ? value : (replaceOnly(value, own) as Value);
}

const replaceOnly = (json: Value[string], names: ReadonlyMap<string, string>): Value[string] => {
  if (typeof json === 'string') return names.has(json) ? withNames(json, names) : json;
  if (Array.isArray(json)) return json.map((one) => replaceOnly(one, names));
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(Object.entries(json).map(([name, one]) => [String(replaceOnly(name, names)), replaceOnly(one, names)]));
};

/** The files, one for each kind, in the order of the kinds. */
export const filesOf = ({ entries }: Present): ConfigurationFile[] =>
  KINDS.map((kind) => {
    const values = (entries.get(kind.name) ?? []).map(({ value }) => value);
    return { name: `${kind.name}.json`, text: textOf(kind.single ? values[0]! : values) };
  });
