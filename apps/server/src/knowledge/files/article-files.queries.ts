import type { Tx } from '../../platform/db/db.ts';

/**
 * Whether a file is for the people who answer only: an internal article shows it and no public one does. What no article shows is as
 * public as it was: it may be on a page that somebody has open.
 */
export async function isForAgentsOnly(tx: Tx, workspaceId: string, fileId: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('article_file_uses as u')
    .innerJoin('articles as a', (join) => join.onRef('a.workspace_id', '=', 'u.workspace_id').onRef('a.id', '=', 'u.article_id'))
    .select('a.audience')
    .distinct()
    .where('u.workspace_id', '=', workspaceId)
    .where('u.file_id', '=', fileId)
    .execute();
  return rows.length > 0 && rows.every(({ audience }) => audience === 'internal');
}
