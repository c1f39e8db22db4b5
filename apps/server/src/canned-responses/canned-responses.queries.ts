import type { CannedResponse } from '@madoguchi/contract/canned-responses.ts';
import type { Attachment } from '@madoguchi/contract/common.ts';
import type { Owner } from '@madoguchi/contract/text-folders.ts';
import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import type { CannedResponsesTable } from './canned-responses.tables.ts';
import type { CannedFiles } from './canned-responses.types.ts';
import { isForAgent } from './owners.queries.ts';

export type CannedRow = Selectable<CannedResponsesTable>;

/** The canned responses that the agent may use, by shortcut. `all`: of every team; private ones of others never. */
export async function listCannedResponses(ctx: Ctx, tx: Tx, files: CannedFiles, all = false): Promise<CannedResponse[]> {
  const { workspaceId } = ctx.viewer;
  const rows = await tx
    .selectFrom('canned_responses')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(isForAgent(ctx, 'canned_responses', all))
    .orderBy('shortcut')
    .orderBy('id')
    .execute();
  const shown = await files.show(
    tx,
    workspaceId,
    rows.flatMap(({ file_ids }) => file_ids),
  );
  return rows.map((row) => toCannedResponse(row, shown));
}

/** One that the agent may use. Undefined when it is not there or not theirs to use. */
export const cannedForAgent = (ctx: Ctx, tx: Tx, id: string): Promise<CannedRow | undefined> =>
  tx
    .selectFrom('canned_responses')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .where(isForAgent(ctx, 'canned_responses'))
    .executeTakeFirst();

/** All canned responses there are, and which of them the agent may use. */
export const cannedIds = (ctx: Ctx, tx: Tx): Promise<{ id: string; locale: string; isTheirs: SqlBool }[]> =>
  tx
    .selectFrom('canned_responses')
    .select(['id', 'locale', isForAgent(ctx, 'canned_responses').as('isTheirs')])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .execute();

/** The words of canned responses, all of them or some, for an index. What stands in braces is nobody's word. */
export async function cannedTexts(
  tx: Tx,
  workspaceId: string,
  ids?: readonly string[],
): Promise<{ id: string; title: string; text: string }[]> {
  const rows = await tx
    .selectFrom('canned_responses')
    .select(['id', 'title', 'text'])
    .where('workspace_id', '=', workspaceId)
    .$if(ids !== undefined, (query) => query.where('id', '=', sql<string>`any(${ids})`))
    .execute();
  return rows.map((row) => ({ ...row, text: row.text.replace(/\{\{[^{}]*\}\}/g, ' ') }));
}

export const toCannedResponse = (row: CannedRow, files: ReadonlyMap<string, Attachment>): CannedResponse => ({
  id: row.id,
  shortcut: row.shortcut,
  title: row.title,
  text: row.text,
  locale: row.locale === 'en' ? 'en' : 'ja',
  owner: row.owner as Owner,
  teamId: row.team_id,
  folderId: row.folder_id,
  files: row.file_ids.flatMap((id) => files.get(id) ?? []),
});

/** For texts without files, where nobody handed in who keeps them. */
export const noFiles: CannedFiles = { keep: async () => {}, show: async () => new Map() };
