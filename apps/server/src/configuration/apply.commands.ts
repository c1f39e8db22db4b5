import type {
  ConfigurationChange,
  ConfigurationFault,
  ConfigurationFile,
  ConfigurationKind,
  ConfigurationPreview,
} from '@madoguchi/contract/configuration.ts';
import { sql } from 'kysely';
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
import { provisionalFiles } from './provisional-files.ts';

/** What files would change, tried in a transaction that is taken back: what a room refuses stands among the faults. */
export async function previewConfiguration(ctx: Ctx, deps: KindDeps, files: readonly ConfigurationFile[]): Promise<ConfigurationPreview> {
  return inOne(ctx, deps, async (inner, tx, own) => {
    const plan = planOf(files, KINDS, await readConfiguration(inner, tx, own, files));
    const { unchanged } = plan;
    const tried = plan.faults.length > 0 ? { ...plan, refused: NONE } : await trial(inner, own, plan, { keepsGoing: true });
    const changes = plan.changes.map((one): ConfigurationChange => ({ ...one, refused: tried.refused.get(one.id) ?? null }));
    throw new TakenBack({ changes, faults: tried.faults, unchanged, secrets: await secretsMissing(inner, tx, own, plan) });
  }).catch((error: unknown) => {
    if (error instanceof TakenBack) return error.preview;
    throw error;
  });
}

type Imported = { added: number; changed: number; removed: number; secrets: ConfigurationKind[] };

/** Writes what is named of the changes, all or nothing. @throws configurationRefused with member `faults` */
export async function importConfiguration(
  ctx: Ctx,
  deps: KindDeps,
  { files, ids }: { files: readonly ConfigurationFile[]; ids: readonly string[] },
): Promise<Imported> {
  return inOne(ctx, deps, async (inner, tx, own) => {
    const { workspaceId } = ctx.viewer;
    await tx.selectFrom('workspaces').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
    const plan = picked(planOf(files, KINDS, await readConfiguration(inner, tx, own, files)), new Set(ids));
    const { faults } = plan.faults.length > 0 ? plan : await trial(inner, own, plan, { keepsGoing: false });
    if (faults.length > 0) throw configurationRefused({ faults });
    const count = (change: string) => plan.changes.filter((one) => one.change === change).length;
    const told = { added: count('added'), changed: count('changed') + count('moved'), removed: count('removed') };
    if (plan.changes.length > 0) {
      const words = [...new Set(plan.changes.map(({ kind }) => kind))];
      await ctx.append(tx, configurationImported({ created: told.added, count: told.changed, removed: told.removed, words }));
    }
    return { ...told, secrets: await secretsMissing(inner, tx, own, plan) };
  });
}

/** Kinds whose file says that a secret is kept with them, and which have none here. */
async function secretsMissing(ctx: Ctx, tx: Tx, deps: KindDeps, { secrets }: Plan): Promise<ConfigurationKind[]> {
  const missing: ConfigurationKind[] = [];
  for (const kind of secrets) {
    const [now] = await kind.list(ctx, tx, deps);
    if (now?.value[kind.secret!] !== true) missing.push(kind.name);
  }
  return missing;
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
 * for some seconds is forgotten at the end: it may have been read out of a transaction that was taken back. So are files that were put.
 */
async function inOne<R>(ctx: Ctx, deps: KindDeps, work: (inner: Ctx, tx: Tx, deps: KindDeps) => Promise<R>): Promise<R> {
  const logos = provisionalFiles(deps.logos);
  try {
    const done = await ctx.transaction((tx) =>
      work(
        {
          ...ctx,
          transaction: (part) => part(tx),
          statement: async (write) => [...(await tx.executeQuery(write(tx).compile())).rows],
        },
        tx,
        { ...deps, logos: logos.files },
      ),
    );
    await logos.keep();
    return done;
  } catch (error) {
    await logos.takeBack();
    throw error;
  } finally {
    for (const forget of [forgetSettings, forgetBrands, forgetCalendars, forgetPolicies, forgetRules]) forget(ctx.viewer.workspaceId);
  }
}

const NONE: ReadonlyMap<string, string> = new Map();
type Tried = { faults: ConfigurationFault[]; refused: ReadonlyMap<string, string> };

/**
 * Writes it all; the first thing that a room refuses, as a fault with its line. `keepsGoing`: what cannot be removed is no fault, and told by
 * the id of its change (`refused`): nobody has asked for it yet.
 */
async function trial(ctx: Ctx, deps: KindDeps, plan: Plan, { keepsGoing }: { keepsGoing: boolean }): Promise<Tried> {
  const made = new Map<string, string>();
  const refused = new Map<string, string>();
  const remove = async (gone: Plan['gone']): Promise<ConfigurationFault[]> => {
    for (const { kind, key, id, file } of gone) {
      const because = await savepoint(ctx, () => refusalOf(() => kind.remove!(ctx, deps, id)));
      if (because && !keepsGoing) return [{ file, line: 1, entry: changeId(kind, key), code: because.code, detail: key }];
      if (because) refused.set(changeId(kind, key), because.code);
    }
    return [];
  };
  for (const kind of KINDS) {
    const kept = kind.removesFirst ? await remove(plan.gone.filter((one) => one.kind === kind)) : [];
    const fault = kept[0] ?? (await writeKind(ctx, deps, plan, kind, made));
    if (fault) return { faults: [fault], refused };
  }
  const faults = await remove(plan.gone.filter(({ kind }) => !kind.removesFirst).toReversed());
  if (faults.length > 0) return { faults, refused };
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
  return { faults: [], refused };
}

/** What was refused leaves nothing half done behind. */
const savepoint = (ctx: Ctx, work: () => Promise<Refusal | null>): Promise<Refusal | null> =>
  ctx.transaction(async (tx) => {
    await sql`savepoint removal`.execute(tx);
    const refused = await work();
    await (refused ? sql`rollback to savepoint removal` : sql`release savepoint removal`).execute(tx);
    return refused;
  });

/** Entries of one kind may name one another: those that name one yet to be made wait for it. */
async function writeKind(ctx: Ctx, deps: KindDeps, plan: Plan, kind: Kind, made: Map<string, string>): Promise<ConfigurationFault | null> {
  let left = plan.wanted.filter((one) => one.kind === kind);
  const standIns = () => new Set(plan.wanted.flatMap(({ standIn }) => (standIn && !made.has(standIn) ? [standIn] : [])));
  const save = (one: Wanted, value: Value) =>
    refusalOf(async () => {
      const id = await kind.save(ctx, deps, one.id, real(value, made) as Value);
      if (one.standIn) made.set(one.standIn, id);
    });
  const faultOf = ({ file, line, key }: Wanted, code: string): ConfigurationFault => ({
    file,
    line,
    entry: changeId(kind, key),
    code,
    detail: key,
  });
  while (left.length > 0) {
    const waiting: Wanted[] = [];
    const missing = standIns();
    const toCome = new Set(left.map(({ key }) => key));
    for (const one of left) {
      if (names(one.value, missing) || kind.needs(one.value).some((key) => key !== one.key && toCome.has(key))) {
        waiting.push(one);
        continue;
      }
      const refused = await save(one, one.value);
      if (refused) return faultOf(one, refused.code);
      toCome.delete(one.key);
    }
    if (waiting.length === left.length) {
      const [first, ...others] = waiting;
      const alone = kind.alone?.(first!.value);
      // Written without what it says of the others, it is there for them; then it is written whole.
      if (!alone || !first!.standIn || made.has(first!.standIn) || names(alone, missing)) return faultOf(first!, 'reference');
      const refused = await save(first!, alone);
      if (refused) return faultOf(first!, refused.code);
      left = [...others, { ...first!, id: made.get(first!.standIn)! }];
    } else left = waiting;
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
    secrets: plan.secrets.filter((kind) => ids.has(kind.name) || !plan.changes.some(({ id }) => id === kind.name)),
  };
}
