import type { MailAddress } from '@madoguchi/contract/mail-addresses.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/db.ts';
import { addressDoubled } from '../../channels.errors.ts';
import { inboxSettingsChanged } from '../../channels.events.ts';
import { mainAddress } from './addresses.rules.ts';

/**
 * Sets the addresses of an inbox, the main one first. What is already so writes nothing. The name that the mailbox's server knows us by stays
 * when another becomes the main one. @param now the addresses as they stand @throws addressDoubled
 */
export async function saveAddresses(
  ctx: Ctx,
  tx: Tx,
  inboxId: string,
  { wanted, now, open }: { wanted: readonly MailAddress[]; now: readonly MailAddress[]; open: Readonly<Record<string, unknown>> },
): Promise<void> {
  const twice = wanted.find(
    ({ address }, index) => wanted.findIndex((one) => one.address.toLowerCase() === address.toLowerCase()) !== index,
  );
  if (twice) throw addressDoubled({ address: twice.address });
  if (JSON.stringify(wanted.map(tidy)) === JSON.stringify(now.map(tidy))) return;
  const workspaceId = ctx.viewer.workspaceId;
  await tx.deleteFrom('mail_addresses').where('workspace_id', '=', workspaceId).where('inbox_id', '=', inboxId).execute();
  const rows = wanted.map(tidy).map((one, position) => ({
    ...one,
    workspace_id: workspaceId,
    inbox_id: inboxId,
    position,
    address: one.address.toLowerCase(),
    acknowledgements: JSON.stringify(one.acknowledgements),
  }));
  // Without words of its own the main address is but a setting.
  const kept = rows.filter((row, index) => index > 0 || row.name !== '' || row.signature !== '' || row.acknowledgements !== '{}');
  if (kept.length > 0) await tx.insertInto('mail_addresses').values(kept).execute();
  const before = mainAddress(open as never);
  const main = wanted[0]!.address;
  const changed = main === before ? ['addresses'] : ['address', 'addresses'];
  if (main !== before) {
    const settings = JSON.stringify({ address: main, ...(open.login ? {} : { login: before }) });
    await tx
      .updateTable('channel_settings')
      .set({ settings: sql`settings || ${settings}::jsonb`, updated_at: ctx.clock.now() })
      .where('workspace_id', '=', workspaceId)
      .where('inbox_id', '=', inboxId)
      .execute();
  }
  await ctx.append(tx, inboxSettingsChanged({ inboxId, changed }), { inboxId });
}

/** As it is kept: an acknowledgement without a text is none. */
const tidy = ({ address, name, signature, acknowledgements: { ja, en } }: MailAddress): MailAddress => ({
  address,
  name: name.trim(),
  signature: signature.trimEnd(),
  acknowledgements: { ...(ja?.text.trim() ? { ja } : {}), ...(en?.text.trim() ? { en } : {}) },
});
