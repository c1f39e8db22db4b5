import type { ModelSettings } from '@madoguchi/contract/models.ts';
import type { Ctx } from '../platform/ctx.ts';
import { newId } from '../platform/ids/ids.ts';
import { costOf } from './cost.rules.ts';
import { changedNames, type EndpointWish, keyAfter, placeOf } from './endpoint.rules.ts';
import type { ModelHosts } from './hosts.rules.ts';
import { modelSettingsChanged } from './models.events.ts';
import { type StoredSettings, storedSettings, toModelSettings } from './models.queries.ts';
import type { CallNote, ModelReply } from './models.types.ts';

export type ModelWish = Omit<ModelSettings, 'hasKey'> & EndpointWish;
export type Safe = { sealingKey: Buffer; hosts: ModelHosts };

/** Chooses a model; the same again writes no fact. A kept key is dropped when the address moves to another server. @throws modelIncomplete · modelAddressRefused */
export async function changeModelSettings(ctx: Ctx, { sealingKey, hosts }: Safe, wish: ModelWish): Promise<ModelSettings> {
  const { url, model } = placeOf(wish, hosts);
  return ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    await tx.selectFrom('workspaces').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
    const before = await storedSettings(tx, workspaceId);
    const columns = {
      chat_url: url,
      chat_model: model,
      chat_key: keyAfter(before && { url: before.chat_url, key: before.chat_key }, url, wish, sealingKey),
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
    const changed = changedNames(toModelSettings(before), toModelSettings(after), Boolean(wish.key));
    if (changed.length > 0) await ctx.append(tx, modelSettingsChanged({ changed, enabled: wish.enabled }));
    return toModelSettings(after);
  });
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
