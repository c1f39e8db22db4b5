import type { ImportPreview } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { cutText } from '../../platform/text/fold.ts';
import { articleImportApplied } from '../knowledge.events.ts';
import { applyRows } from './apply-rows.ts';
import { type GivenFile, parseFiles } from './import.files.ts';
import { planRows } from './import.plan.rules.ts';
import { candidatesFor } from './import.queries.ts';
import type { Change, ImportRow } from './import.types.ts';

const COMPARED_AT_A_TIME = 500;
/** Rows in one transaction: readers of the log wait for the longest one. */
const APPLIED_AT_A_TIME = 200;
const SAMPLE_ROWS = 50;
const SAMPLE_CHARACTERS = 500;
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * Reads one or several files and says what importing it would change; its rows are kept for a day, so that what is applied is what was shown.
 * @throws fileRefused for a file that cannot be read as a whole
 */
export async function previewImport(ctx: Ctx, files: readonly GivenFile[]): Promise<ImportPreview> {
  const { encoding, rows, refused } = await parseFiles(files);
  const fileName = files.map((file) => file.name).join(', ');
  const { workspaceId } = ctx.viewer;
  const counts: Record<Change, number> = { added: 0, changed: 0, unchanged: 0 };
  const sample: ImportPreview['sample'] = [];
  for (let from = 0; from < rows.length; from += COMPARED_AT_A_TIME) {
    const some = rows.slice(from, from + COMPARED_AT_A_TIME);
    const candidates = await ctx.transaction((tx) => candidatesFor(tx, workspaceId, some, false));
    for (const { row, change, content } of planRows(some, candidates)) {
      counts[change] += 1;
      if (sample.length >= SAMPLE_ROWS) continue;
      const { question, answer, category } = content;
      sample.push({
        ...(row.file ? { file: row.file } : {}),
        line: row.line,
        change,
        question,
        answer: cutText(answer, SAMPLE_CHARACTERS),
        category,
      });
    }
  }
  const id = newId('imp');
  const name = cutText(fileName.toWellFormed().replaceAll('\0', ''), 200);
  await ctx.transaction(async (tx) => {
    await removeAbandoned(ctx, tx);
    const values = { workspace_id: workspaceId, id, file_name: name, rows: JSON.stringify(rows), created_by: ctx.actor.name };
    await tx
      .insertInto('article_imports')
      .values({ ...values, created_at: ctx.clock.now() })
      .execute();
  });
  return { id, fileName: name, encoding, ...counts, refused, sample };
}

async function removeAbandoned(ctx: Ctx, tx: Tx): Promise<void> {
  await tx
    .deleteFrom('article_imports')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('applied_at', 'is', null)
    .where('created_at', '<', new Date(ctx.clock.now().getTime() - KEPT_FOR_MS))
    .execute();
}

type Outcome = { added: number; changed: number };
type Progress = Outcome & { next: number };

/**
 * Carries out a previewed import, some hundred rows at a time. How far it came is kept with each step: interrupted anywhere, it is
 * taken up again by a second call, and a call after the last changes nothing and says what the first did.
 * @throws notFound
 */
export async function applyImport(ctx: Ctx, id: string, { publish }: { publish: boolean }): Promise<Outcome> {
  const rows = await ctx.transaction(async (tx) => (await importById(ctx, tx, id, false)).rows as ImportRow[]);
  for (;;) {
    const outcome = await ctx.transaction((tx) => applySome(ctx, tx, id, rows, publish));
    if (outcome) return outcome;
  }
}

/** One step; the outcome once everything is done. */
async function applySome(ctx: Ctx, tx: Tx, id: string, rows: ImportRow[], publish: boolean): Promise<Outcome | null> {
  // Two imports of one workspace take turns, so that they cannot add the same article or wait for one another.
  await sql`select pg_advisory_xact_lock(hashtext('article_imports'), hashtext(${ctx.viewer.workspaceId}))`.execute(tx);
  const stored = await importById(ctx, tx, id, true);
  const { next, ...before } = (stored.result as Progress | null) ?? { next: 0, added: 0, changed: 0 };
  if (stored.applied_at !== null) return before;
  const some = rows.slice(next, next + APPLIED_AT_A_TIME);
  const now = await applyRows(ctx, tx, some, publish);
  const progress: Progress = { added: before.added + now.added, changed: before.changed + now.changed, next: next + some.length };
  const isDone = progress.next >= rows.length;
  await tx
    .updateTable('article_imports')
    .set({ result: JSON.stringify(progress), ...(isDone ? { applied_at: ctx.clock.now(), rows: '[]' } : {}) })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .execute();
  if (!isDone) return null;
  const { added, changed } = progress;
  await ctx.append(tx, articleImportApplied({ importId: id, fileName: stored.file_name, added, changed }));
  return { added, changed };
}

async function importById(ctx: Ctx, tx: Tx, id: string, lock: boolean) {
  const row = await tx
    .selectFrom('article_imports')
    .select(['file_name', 'applied_at', 'result'])
    .$if(!lock, (query) => query.select('rows'))
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}
