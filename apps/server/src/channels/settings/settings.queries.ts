import type { InboxSettings } from '@madoguchi/contract/channels.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { unseal } from '../../platform/secrets/seal.ts';
import type { Settings } from '../channel.ts';

export type StoredSettings = { open: Record<string, string | number | boolean>; secret: Record<string, string> };

/** What is kept for an inbox, secrets unsealed; nothing for one that was never set up. */
export async function storedSettings(tx: Tx, sealingKey: Buffer, workspaceId: string, inboxId: string): Promise<StoredSettings> {
  const row = await tx
    .selectFrom('channel_settings')
    .select(['settings', 'secrets'])
    .where('workspace_id', '=', workspaceId)
    .where('inbox_id', '=', inboxId)
    .executeTakeFirst();
  return {
    open: (row?.settings ?? {}) as StoredSettings['open'],
    secret: row?.secrets ? (JSON.parse(unseal(sealingKey, row.secrets)) as Record<string, string>) : {},
  };
}

/** The settings as a channel uses them. Only for handing to a channel: they hold secrets. */
export async function usableSettings(tx: Tx, sealingKey: Buffer, workspaceId: string, inboxId: string): Promise<Settings> {
  const { open, secret } = await storedSettings(tx, sealingKey, workspaceId, inboxId);
  return { ...open, ...secret };
}

/** The settings as the desk shows them: of secrets only that they are there. */
export async function shownSettings(ctx: Ctx, tx: Tx, sealingKey: Buffer, inboxId: string): Promise<Omit<InboxSettings, 'hookUrl'>> {
  const { open, secret } = await storedSettings(tx, sealingKey, ctx.viewer.workspaceId, inboxId);
  return { values: open, secretsSet: Object.keys(secret).sort() };
}

/** In which characters an inbox sends its mail; other channels carry all. */
export async function charsetOf(tx: Tx, workspaceId: string, inboxId: string): Promise<'utf-8' | 'iso-2022-jp'> {
  const row = await tx
    .selectFrom('channel_settings')
    .select('settings')
    .where('workspace_id', '=', workspaceId)
    .where('inbox_id', '=', inboxId)
    .executeTakeFirst();
  return (row?.settings as StoredSettings['open'] | undefined)?.charset === 'iso-2022-jp' ? 'iso-2022-jp' : 'utf-8';
}
