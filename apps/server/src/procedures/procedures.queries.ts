import type { Procedure, ProcedureConditions, ProcedureStep } from '@madoguchi/contract/procedures.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';

/** The procedures that are there, in the order in which they are tried. */
export async function listProcedures(ctx: Ctx, tx: Tx): Promise<Procedure[]> {
  const rows = await tx
    .selectFrom('procedures as p')
    .innerJoin('procedure_versions as v', (join) =>
      join.onRef('v.workspace_id', '=', 'p.workspace_id').onRef('v.procedure_id', '=', 'p.id').onRef('v.version', '=', 'p.version'),
    )
    .select(['p.id', 'p.name', 'p.enabled', 'p.version', 'p.conditions', 'p.updated_at', 'p.updated_by', 'v.steps'])
    .where('p.workspace_id', '=', ctx.viewer.workspaceId)
    .where('p.removed_at', 'is', null)
    .orderBy('p.place')
    .orderBy('p.id')
    .execute();
  return rows.map(({ conditions, steps, updated_at, updated_by, ...row }) => ({
    ...row,
    conditions: conditions as ProcedureConditions,
    steps: steps as ProcedureStep[],
    updatedAt: updated_at.toISOString(),
    updatedBy: updated_by,
  }));
}

/** @throws notFound */
export async function readProcedure(ctx: Ctx, tx: Tx, id: string): Promise<Procedure> {
  const found = (await listProcedures(ctx, tx)).find((one) => one.id === id);
  if (!found) throw notFound();
  return found;
}
