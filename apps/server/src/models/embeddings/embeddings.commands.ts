import type { EmbeddingSettings } from '@madoguchi/contract/embeddings.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { changedNames, type EndpointWish, keyAfter, placeOf } from '../endpoint.rules.ts';
import type { Safe } from '../models.commands.ts';
import { embeddingSettingsChanged } from './embeddings.events.ts';
import { storedEmbeddingSettings, toEmbeddingSettings } from './embeddings.queries.ts';

export type EmbeddingWish = Omit<EmbeddingSettings, 'hasKey'> & EndpointWish;

/**
 * Chooses an embedding model; the same again writes no fact. A kept key is dropped when the address moves to another server.
 * @throws modelIncomplete · modelAddressRefused
 */
export async function changeEmbeddingSettings(ctx: Ctx, { sealingKey, hosts }: Safe, wish: EmbeddingWish): Promise<EmbeddingSettings> {
  const { url, model } = placeOf(wish, hosts);
  return ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    await tx.selectFrom('workspaces').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
    const before = await storedEmbeddingSettings(tx, workspaceId);
    const columns = {
      url,
      model,
      key: keyAfter(before, url, wish, sealingKey),
      enabled: wish.enabled,
      time_limit_ms: wish.timeLimitMs,
      price: wish.price,
      updated_at: ctx.clock.now(),
    };
    const after = await tx
      .insertInto('embedding_settings')
      .values({ workspace_id: workspaceId, ...columns })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(columns))
      .returningAll()
      .executeTakeFirstOrThrow();
    const changed = changedNames(toEmbeddingSettings(before), toEmbeddingSettings(after), Boolean(wish.key));
    if (changed.length > 0) await ctx.append(tx, embeddingSettingsChanged({ changed, enabled: wish.enabled }));
    return toEmbeddingSettings(after);
  });
}
