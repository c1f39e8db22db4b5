import type { SettingValues } from '@madoguchi/contract/channels.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { seal } from '../../platform/secrets/seal.ts';
import type { Channel } from '../channel.ts';
import { settingsInvalid } from '../channels.errors.ts';
import { inboxSettingsChanged } from '../channels.events.ts';
import { checkFields, partSecrets } from '../port/fields.rules.ts';
import { storedSettings } from './settings.queries.ts';

/**
 * Keeps an inbox's settings, secrets sealed with the installation's key. A secret left out stays as it is; an empty one is removed.
 * What is already so writes nothing. @throws settingsInvalid naming every faulty field
 */
export async function saveSettings(
  ctx: Ctx,
  tx: Tx,
  { sealingKey, channel, inboxId, given }: { sealingKey: Buffer; channel: Channel; inboxId: string; given: SettingValues },
): Promise<void> {
  const before = await storedSettings(tx, sealingKey, ctx.viewer.workspaceId, inboxId);
  const { values, faults } = checkFields(channel.fields, { ...keptSecrets(before.secret, given), ...given });
  if (Object.keys(faults).length > 0) throw settingsInvalid({ fields: faults });
  const { open, secret } = partSecrets(channel.fields, values);
  const changed = [...changedNames(before.open, open), ...changedNames(before.secret, secret)];
  if (changed.length === 0) return;
  const row = {
    settings: JSON.stringify(open),
    secrets: Object.keys(secret).length > 0 ? seal(sealingKey, JSON.stringify(secret)) : null,
    updated_at: ctx.clock.now(),
  };
  await tx
    .insertInto('channel_settings')
    .values({ workspace_id: ctx.viewer.workspaceId, inbox_id: inboxId, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'inbox_id']).doUpdateSet(row))
    .execute();
  // Whoever keeps the inbox connected begins anew.
  ctx.wakeLanes(tx);
  await ctx.append(tx, inboxSettingsChanged({ inboxId, changed: changed.sort() }), { inboxId });
}

/** Keeps what the platform itself said of the account among the settings. Nobody decided anything, so no fact tells of it. */
export async function learnSettings(ctx: Ctx, inboxId: string, learned: Readonly<Record<string, string>>): Promise<void> {
  await ctx.transaction((tx) =>
    tx
      .updateTable('channel_settings')
      .set({ settings: sql`settings || ${JSON.stringify(learned)}::jsonb` })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('inbox_id', '=', inboxId)
      .execute(),
  );
}

const keptSecrets = (kept: Record<string, string>, given: SettingValues): Record<string, string> =>
  Object.fromEntries(Object.entries(kept).filter(([name]) => !(name in given)));

function changedNames(before: SettingValues, after: SettingValues): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]);
}
