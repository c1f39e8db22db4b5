import type { Procedure, ProcedureBody } from '@madoguchi/contract/procedures.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { newId } from '../platform/ids/ids.ts';
import { stepRefused } from './procedures.errors.ts';
import { procedureCreated, procedureRemoved, proceduresSorted, procedureUpdated } from './procedures.events.ts';
import { listProcedures, readProcedure } from './procedures.queries.ts';

/** @throws stepRefused */
export async function createProcedure(ctx: Ctx, wish: ProcedureBody): Promise<Procedure> {
  return ctx.transaction(async (tx) => {
    const place = (await lockAll(ctx, tx)).length;
    await refuseStepsOfNothing(ctx, tx, wish);
    const id = newId('prc');
    await tx
      .insertInto('procedures')
      .values({ workspace_id: ctx.viewer.workspaceId, id, place, version: 1, removed_at: null, ...columnsOf(ctx, wish) })
      .execute();
    await keepVersion(ctx, tx, id, 1, wish);
    await ctx.append(tx, procedureCreated({ procedureId: id, name: wish.name }));
    return readProcedure(ctx, tx, id);
  });
}

/** Changed steps, or another name, are a new version. The same again writes nothing. @throws notFound · stepRefused */
export async function updateProcedure(ctx: Ctx, id: string, wish: ProcedureBody): Promise<Procedure> {
  return ctx.transaction(async (tx) => {
    await lockAll(ctx, tx);
    const before = await readProcedure(ctx, tx, id);
    await refuseStepsOfNothing(ctx, tx, wish);
    const same = (name: keyof ProcedureBody) => JSON.stringify(sorted(before[name])) === JSON.stringify(sorted(wish[name]));
    if ((['name', 'enabled', 'conditions', 'steps'] as const).every(same)) return before;
    const isNewVersion = !same('steps') || !same('name');
    const version = before.version + (isNewVersion ? 1 : 0);
    if (isNewVersion) await keepVersion(ctx, tx, id, version, wish);
    await write(ctx, tx, id, { version, ...columnsOf(ctx, wish) });
    await ctx.append(tx, procedureUpdated({ procedureId: id, name: wish.name, version }));
    return readProcedure(ctx, tx, id);
  });
}

/** In which order they are tried; those not named keep their places behind. */
export async function sortProcedures(ctx: Ctx, ids: readonly string[]): Promise<Procedure[]> {
  return ctx.transaction(async (tx) => {
    await lockAll(ctx, tx);
    const before = (await listProcedures(ctx, tx)).map(({ id }) => id);
    const rank = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    const after = before.toSorted((a, b) => rank(a) - rank(b));
    if (after.join() !== before.join()) {
      for (const [place, id] of after.entries()) await write(ctx, tx, id, { place });
      await ctx.append(tx, proceduresSorted({ ids: after }));
    }
    return listProcedures(ctx, tx);
  });
}

/** Conversations under way go on with it. @throws notFound */
export async function removeProcedure(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    await lockAll(ctx, tx);
    const { name } = await readProcedure(ctx, tx, id);
    await write(ctx, tx, id, { removed_at: ctx.clock.now() });
    await ctx.append(tx, procedureRemoved({ procedureId: id, name }));
  });
}

const columnsOf = (ctx: Ctx, { name, enabled, conditions }: ProcedureBody) => ({
  name: name.trim(),
  enabled,
  conditions: JSON.stringify(conditions),
  updated_at: ctx.clock.now(),
  updated_by: ctx.actor.name,
});

const write = (
  ctx: Ctx,
  tx: Tx,
  id: string,
  set: Partial<ReturnType<typeof columnsOf>> & { place?: number; version?: number; removed_at?: Date },
) => tx.updateTable('procedures').set(set).where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).execute();

const keepVersion = (ctx: Ctx, tx: Tx, id: string, version: number, { name, steps }: ProcedureBody) =>
  tx
    .insertInto('procedure_versions')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      procedure_id: id,
      version,
      name: name.trim(),
      steps: JSON.stringify(steps),
      saved_at: ctx.clock.now(),
      saved_by: ctx.actor.name,
    })
    .execute();

/** Changed by one at a time. */
const lockAll = (ctx: Ctx, tx: Tx) =>
  tx
    .selectFrom('procedures')
    .select('id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();

/** What comes back from the database has its members in another order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
};

/** @throws stepRefused for a step that leads to an article, a canned response or a field that is not there */
async function refuseStepsOfNothing(ctx: Ctx, tx: Tx, { steps }: ProcedureBody): Promise<void> {
  const { workspaceId } = ctx.viewer;
  for (const step of steps) {
    const found =
      step.kind === 'canned'
        ? await tx
            .selectFrom('canned_responses')
            .select('id')
            .where('workspace_id', '=', workspaceId)
            .where('id', '=', step.cannedResponseId)
            .executeTakeFirst()
        : step.kind === 'field'
          ? await tx
              .selectFrom('attribute_definitions')
              .select('id')
              .where('workspace_id', '=', workspaceId)
              .where('subject', '=', 'conversation')
              .where('key', '=', step.key)
              .executeTakeFirst()
          : step.articleId === null ||
            (await tx
              .selectFrom('articles')
              .select('id')
              .where('workspace_id', '=', workspaceId)
              .where('id', '=', step.articleId)
              .executeTakeFirst());
    if (!found) throw stepRefused({ stepId: step.id });
  }
}
