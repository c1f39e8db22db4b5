import { buffer } from 'node:stream/consumers';
import type { Tx } from '../../platform/db/db.ts';
import type { Files } from '../../platform/files/files.ts';

/** A brand's logo as a data URL (RFC 2397); null without one, or when its bytes are gone. */
export async function logoBytes(tx: Tx, workspaceId: string, files: Files, brandId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('brands')
    .select(['logo_id', 'logo_type'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', brandId)
    .executeTakeFirst();
  const file = row?.logo_id ? await files.read(`${workspaceId}/${row.logo_id}`) : null;
  return file && row?.logo_type ? `data:${row.logo_type};base64,${(await buffer(file.stream)).toString('base64')}` : null;
}
