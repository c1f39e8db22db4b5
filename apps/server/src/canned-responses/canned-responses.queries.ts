import type { CannedResponse } from '@madoguchi/contract/workspaces.ts';
import type { Selectable } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import type { CannedResponsesTable } from './canned-responses.tables.ts';

/** Every canned response of the workspace, by shortcut. */
export async function listCannedResponses(ctx: Ctx, tx: Tx): Promise<CannedResponse[]> {
  const rows = await tx
    .selectFrom('canned_responses')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .orderBy('shortcut')
    .orderBy('id')
    .execute();
  return rows.map(toCannedResponse);
}

export const toCannedResponse = ({ id, shortcut, title, text, locale }: Selectable<CannedResponsesTable>): CannedResponse => ({
  id,
  shortcut,
  title,
  text,
  locale: locale === 'en' ? 'en' : 'ja',
});
