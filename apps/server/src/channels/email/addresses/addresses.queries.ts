import type { MailAddress } from '@madoguchi/contract/mail-addresses.ts';
import type { Tx } from '../../../platform/db/db.ts';

/** The addresses of an inbox that have words of their own or are further ones, in their order. */
export async function keptAddresses(tx: Tx, workspaceId: string, inboxId: string): Promise<MailAddress[]> {
  const rows = await tx
    .selectFrom('mail_addresses')
    .select(['address', 'name', 'signature', 'acknowledgements'])
    .where('workspace_id', '=', workspaceId)
    .where('inbox_id', '=', inboxId)
    .orderBy('position')
    .orderBy('address')
    .execute();
  return rows.map((row) => ({ ...row, acknowledgements: row.acknowledgements as MailAddress['acknowledgements'] }));
}
