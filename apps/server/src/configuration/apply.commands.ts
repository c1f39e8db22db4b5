import type { ConfigurationFault, ConfigurationFile, ConfigurationPreview } from '@madoguchi/contract/configuration.ts';
import { forgetRules } from '../automation/rules/active.queries.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { forgetPolicies } from '../sla/policies/policies.queries.ts';
import { forgetBrands } from '../workspaces/brands/brands.queries.ts';
import { forgetCalendars } from '../workspaces/hours/calendars.queries.ts';
import { forgetSettings } from '../workspaces/workspaces.queries.ts';
import { configurationRefused } from './configuration.errors.ts';
import { configurationImported } from './configuration.events.ts';
import type { Json, Kind, KindDeps, Value } from './configuration.types.ts';
import { readConfiguration } from './export.queries.ts';
import { KINDS } from './kinds/all-kinds.ts';
import { changeId, type Plan, planOf, type Wanted } from './plan.rules.ts';

/** What files would change, tried in a transaction that is taken back: what a room refuses stands among the faults. */
export async function previewConfiguration(ctx: Ctx, deps: KindDeps, files: readonly ConfigurationFile[]): Promise<ConfigurationPreview> {
  return inOne(ctx, async (inner, tx) => {
    const { changes, unchanged, ...plan } = planOf(files, KINDS, await readConfiguration(inner, tx, deps));
    const faults = plan.faults.length > 0 ? plan.faults : await trial(inner, deps, { changes, unchanged, ...plan });
    throw new TakenBack({ changes, faults, unchanged });
  }).catch((error: unknown) => {
    if (error instanceof TakenBack) return error.preview;
    throw error;
  });
}

/** Writes what is named of the changes, all or nothing. @throws configurationRefused with member `faults` */
export async function importConfiguration(
  ctx: Ctx,
  deps: KindDeps,
  { files, ids }: { files: readonly ConfigurationFile[]; ids: readonly string[] },
): Promise<{ added: number; changed: number; removed: number }> {
  return inOne(ctx, async (inner, tx) => {
    const { workspaceId } = ctx.viewer;
    await tx.selectFrom('workspaces').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
    const plan = picked(planOf(files, KINDS, await readConfiguration(inner, tx, deps)), new Set(ids));
    const faults = plan.faults.length > 0 ? plan.faults : await trial(inner, deps, plan);
    if (faults.length > 0) throw configurationRefused({ faults });
    const count = (change: string) => plan.changes.filter((one) => one.change === change).length;
    const told = { added: count('added'), changed: count('changed') + count('moved'), removed: count('removed') };
    if (plan.changes.length > 0) {
      const words = [...new Set(plan.changes.map(({ kind }) => kind))];
      await ctx.append(tx, configurationImported({ created: told.added, count: told.changed, removed: told.removed, words }));
    }
    return told;
  });
}

class TakenBack extends Error {
  readonly preview: ConfigurationPreview;

  constructor(preview: ConfigurationPreview) {
    super('taken back');
    this.preview = preview;
  }
}

/**
 * One transaction for the commands of every room: each of them opens its own by `ctx.transaction`, and gets this one. What they keep in memory
 * for some seconds is forgotten at the end: it may have been read out of a transaction that was taken back.
 */
async function inOne<R>(ctx: Ctx, work: (inner: Ctx, tx: Tx) => Promise<R>): Promise<R> {
  try {
    return await ctx.transaction((tx) =>
      work(
        {
          ...ctx,
          transaction: (part) => part(tx),
          statement: async (write) => [...(await tx.executeQuery(write(tx).compile())).rows],
        },
        tx,
      ),
    );
  } finally {
    for (const forget of [forgetSettings, forgetBrands, forgetCalendars, forgetPolicies, forgetRules]) forget(ctx.viewer.workspaceId);
  }
}

/** Writes it all; the first thing that a room refuses, as a fault with its line. */
async function trial(ctx: Ctx, deps: KindDeps, plan: Plan): Promise<ConfigurationFault[]> {
  const made = new Map<string, string>();
  for (const kind of KINDS) {
    const refused = await writeKind(ctx, deps, plan, kind, made);
    if (refused) return [refused];
  }
  for (const { kind, key, id, file } of plan.gone.toReversed()) {
    const refused = await refusalOf(() => kind.remove!(ctx, deps, id));
    if (refused) return [{ file, line: 1, entry: changeId(kind, key), code: refused.code, detail: key }];
  }
  for (const { kind, keys } of plan.orders) {
    const now = await ctx.transaction(async (tx) => (await readConfiguration(ctx, tx, deps)).entries.get(kind.name) ?? []);
    const place = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
    const sorted = now.toSorted((a, b) => place(a.key) - place(b.key));
    if (sorted.some(({ id }, at) => id !== now[at]!.id))
      await kind.sort!(
        ctx,
        sorted.flatMap(({ id }) => (id ? [id] : [])),
      );
  }
  return [];
}

/** Entries of one kind may name one another: those that name one yet to be made wait for it. */
async function writeKind(ctx: Ctx, deps: KindDeps, plan: Plan, kind: Kind, made: Map<string, string>): Promise<ConfigurationFault | null> {
  let left = plan.wanted.filter((one) => one.kind === kind);
  const standIns = () => new Set(plan.wanted.flatMap(({ standIn }) => (standIn && !made.has(standIn) ? [standIn] : [])));
  while (left.length > 0) {
    const waiting: Wanted[] = [];
    const missing = standIns();
    for (const one of left) {
      if (names(one.value, missing)) {
        waiting.push(one);
        continue;
      }
      const refused = await refusalOf(async () => {
        const id = await kind.save(ctx, deps, one.id, real(one.value, made) as Value);
        if (one.standIn) made.set(one.standIn, id);
      });
      if (refused) return { file: one.file, line: one.line, entry: changeId(kind, one.key), code: refused.code, detail: one.key };
    }
    if (waiting.length === left.length) {
      const [first] = waiting;
      return { file: first!.file, line: first!.line, entry: changeId(kind, first!.key), code: 'reference', detail: first!.key };
    }
    left = waiting;
  }
  return null;
}

async function refusalOf(work: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const names = (json: Json, ids: ReadonlySet<string>): boolean => ids.size > 0 && [...ids].some((id) => JSON.stringify(json).includes(id));

function real(json: Json, made: ReadonlyMap<string, string>): Json {
  let text = JSON.stringify(json);
  for (const [standIn, id] of made) text = text.replaceAll(standIn, id);
  return JSON.parse(text) as Json;
}

/** Only what was picked; what is left out and needed by something picked is missed when it is written. */
function picked(plan: Plan, ids: ReadonlySet<string>): Plan {
  const has = ({ kind, key }: { kind: Kind; key: string }) => ids.has(changeId(kind, key));
  return {
    ...plan,
    changes: plan.changes.filter(({ id }) => ids.has(id)),
    faults: plan.faults.filter(({ entry }) => entry === null || ids.has(entry)),
    gone: plan.gone.filter(has),
    // A new entry takes its place even if the others keep theirs.
    orders: plan.orders.filter(
      ({ kind }) => ids.has(`${kind.name}/*order`) || plan.wanted.some((one) => one.kind === kind && one.id === null && has(one)),
    ),
    wanted: plan.wanted.filter(has),
  };
}
