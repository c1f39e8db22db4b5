import type { ModelSettings } from '@madoguchi/contract/models.ts';
import type { Ctx } from '../platform/ctx.ts';
import { newId } from '../platform/ids/ids.ts';
import { seal } from '../platform/secrets/seal.ts';
import { costOf } from './cost.rules.ts';
import { baseOf, isSameServer, type ModelHosts } from './hosts.rules.ts';
import { modelAddressRefused, modelIncomplete } from './models.errors.ts';
import { modelSettingsChanged } from './models.events.ts';
import { type StoredSettings, storedSettings, toModelSettings } from './models.queries.ts';
import type { CallNote, ModelReply } from './models.types.ts';

/** `key`: undefined keeps the one there is, '' removes it. */
export type ModelWish = Omit<ModelSettings, 'hasKey'> & { key?: string | undefined };
export type Safe = { sealingKey: Buffer; hosts: ModelHosts };

/** Chooses a model; the same again writes no fact. A kept key is dropped when the address moves to another server. @throws modelIncomplete · modelAddressRefused */
export async function changeModelSettings(ctx: Ctx, { sealingKey, hosts }: Safe, wish: ModelWish): Promise<ModelSettings> {
  const address = wish.url.trim();
  const url = address === '' ? '' : baseOf(address, hosts);
  if (url === null) throw modelAddressRefused();
  const model = wish.model.trim();
  if (wish.enabled && (url === '' || model === '')) throw modelIncomplete();
  return ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    await tx.selectFrom('workspaces').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
    const before = await storedSettings(tx, workspaceId);
    const columns = {
      chat_url: url,
      chat_model: model,
      chat_key: keyAfter(before, url, wish.key?.trim(), sealingKey),
      chat_enabled: wish.enabled,
      time_limit_ms: wish.timeLimitMs,
      price_in: wish.priceIn,
      price_out: wish.priceOut,
      currency: wish.currency,
      updated_at: ctx.clock.now(),
    };
    const after = await tx
      .insertInto('model_settings')
      .values({ workspace_id: workspaceId, ...columns })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(columns))
      .returningAll()
      .executeTakeFirstOrThrow();
    const changed = changedNames(before, after, Boolean(wish.key));
    if (changed.length > 0) await ctx.append(tx, modelSettingsChanged({ changed, enabled: wish.enabled }));
    return toModelSettings(after);
  });
}

function keyAfter(before: StoredSettings | undefined, url: string, key: string | undefined, sealingKey: Buffer): Buffer | null {
  if (key) return seal(sealingKey, key);
  return key === undefined && before && isSameServer(before.chat_url, url) ? before.chat_key : null;
}

function changedNames(before: StoredSettings | undefined, after: StoredSettings, newKey: boolean): string[] {
  const [was, is] = [toModelSettings(before), toModelSettings(after)];
  const names = (Object.keys(is) as (keyof ModelSettings)[]).filter((name) => was[name] !== is[name]);
  return newKey && !names.includes('hasKey') ? [...names, 'hasKey'] : names;
}

/** Keeps a note of a call with what it cost at today's price. */
export async function keepModelCall(
  ctx: Ctx,
  settings: Pick<StoredSettings, 'chat_model' | 'price_in' | 'price_out' | 'currency'>,
  reply: Pick<ModelReply, 'ms' | 'tokensIn' | 'tokensOut'>,
  { purpose, outcome, conversationId, trace }: CallNote,
): Promise<void> {
  const tokens = { tokens_in: reply.tokensIn ?? 0, tokens_out: reply.tokensOut ?? 0 };
  await ctx.transaction((tx) =>
    tx
      .insertInto('model_calls')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: newId('mcl'),
        at: ctx.clock.now(),
        purpose,
        model: settings.chat_model,
        ms: reply.ms,
        ...tokens,
        cost: costOf(tokens, settings),
        currency: settings.currency,
        outcome,
        conversation_id: conversationId,
        trace: JSON.stringify(trace),
      })
      .execute(),
  );
}
