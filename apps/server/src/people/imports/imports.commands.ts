import type { CustomerImport, ImportMapping, ImportPlan } from '@madoguchi/contract/customer-imports.ts';
import { listAttributes } from '../../customers/attributes/attributes.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { importOver, mappingInvalid } from '../people.errors.ts';
import { customersImported } from '../people.events.ts';
import { guessMapping, personOfRow, problemOfRow } from './customer-fields.rules.ts';
import { readList } from './read-list.ts';
import { takeRow } from './take-row.ts';

/** A list waits this long to be said yes to. */
const LIFE_MS = 86_400_000;
const SHOWN_PROBLEMS = 200;
const SAMPLES = 3;
/** Lines taken in within one transaction: short ones, so that nobody waits for them. */
const AT_A_TIME = 100;

/** Reads a list and keeps it until it is taken in, for a day at most. @throws listRefused */
export async function readImport(ctx: Ctx, file: { name: string; bytes: Buffer }): Promise<CustomerImport> {
  const { encoding, columns, rows } = readList(file.bytes);
  const id = newId('cim');
  const mapping = await ctx.transaction(async (tx) => {
    await tx
      .deleteFrom('customer_imports')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('applied_at', 'is', null)
      .where('created_at', '<', new Date(ctx.clock.now().getTime() - LIFE_MS))
      .execute();
    await tx
      .insertInto('customer_imports')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id,
        file_name: file.name.slice(0, 200),
        encoding,
        columns,
        rows: JSON.stringify(rows),
        created_by: ctx.actor.name,
        created_at: ctx.clock.now(),
        applied_at: null,
        result: null,
      })
      .execute();
    const attributes = await listAttributes(tx, ctx.viewer.workspaceId);
    return guessMapping(
      columns,
      attributes.filter(({ subject }) => subject === 'customer'),
    );
  });
  const samplesOf = (at: number) =>
    rows
      .map((row) => row[at] ?? '')
      .filter(Boolean)
      .slice(0, SAMPLES);
  return {
    id,
    fileName: file.name,
    encoding,
    columns: columns.map((name, at) => ({ name, samples: samplesOf(at) })),
    rowCount: rows.length,
    mapping,
    plan: await planImport(ctx, id, mapping),
  };
}

/** What a list would change: it is taken in, counted, and taken back. @throws importOver · mappingInvalid */
export async function planImport(ctx: Ctx, id: string, mapping: ImportMapping): Promise<ImportPlan> {
  const rows = await rowsOf(ctx, id, mapping);
  const undo = new Error('a plan only');
  const plan = emptyPlan();
  const seen = new Set<string>();
  // In parts, so that a long list holds no locks for long.
  for (let at = 0; at < rows.length; at += AT_A_TIME)
    await ctx
      .transaction(async (tx) => {
        await takeSome(ctx, tx, { rows, mapping, at, plan, seen });
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
      });
  return plan;
}

/** Takes a list in. A line that cannot be taken is told and left out. @throws importOver · mappingInvalid */
export async function applyImport(ctx: Ctx, id: string, mapping: ImportMapping): Promise<ImportPlan> {
  const rows = await rowsOf(ctx, id, mapping);
  const plan = emptyPlan();
  const seen = new Set<string>();
  for (let at = 0; at < rows.length; at += AT_A_TIME) await ctx.transaction((tx) => takeSome(ctx, tx, { rows, mapping, at, plan, seen }));
  await ctx.transaction(async (tx) => {
    const { problems: _problems, ...result } = plan;
    await tx
      .updateTable('customer_imports')
      .set({ applied_at: ctx.clock.now(), rows: '[]', result: JSON.stringify(result) })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .execute();
    await ctx.append(tx, customersImported({ importId: id, created: plan.created, changed: plan.changed }));
  });
  return plan;
}

const emptyPlan = (): ImportPlan => ({ created: 0, changed: 0, same: 0, problems: [], problemCount: 0 });

type Some = { rows: readonly string[][]; mapping: ImportMapping; at: number; plan: ImportPlan; seen: Set<string> };

async function takeSome(ctx: Ctx, tx: Tx, { rows, mapping, at, plan, seen }: Some): Promise<void> {
  for (const [i, cells] of rows.slice(at, at + AT_A_TIME).entries()) {
    const person = personOfRow(cells, mapping);
    const code = problemOfRow(person, seen) ?? (await takeRow(ctx, tx, person));
    if (code === 'created' || code === 'changed' || code === 'same') plan[code] += 1;
    else {
      plan.problemCount += 1;
      // The first line is the headings.
      if (plan.problems.length < SHOWN_PROBLEMS) plan.problems.push({ line: at + i + 2, code, text: cells.join(' ').slice(0, 120) });
    }
  }
}

async function rowsOf(ctx: Ctx, id: string, mapping: ImportMapping): Promise<string[][]> {
  const chosen = mapping.filter((field) => field !== null);
  if (new Set(chosen).size < chosen.length || !chosen.some((field) => field === 'externalId' || field === 'email')) throw mappingInvalid();
  const row = await ctx.transaction((tx) =>
    tx
      .selectFrom('customer_imports')
      .select(['rows', 'applied_at', 'created_at'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  if (!row) throw notFound();
  if (row.applied_at || row.created_at.getTime() < ctx.clock.now().getTime() - LIFE_MS) throw importOver();
  return row.rows as string[][];
}
