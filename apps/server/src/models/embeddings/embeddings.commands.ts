import type { EmbeddingSettings } from '@madoguchi/contract/embeddings.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { changedNames, type EndpointWish, keyAfter, placeOf } from '../endpoint.rules.ts';
import type { Safe } from '../models.commands.ts';
import { localModelMissing } from '../models.errors.ts';
import { embeddingSettingsChanged } from './embeddings.events.ts';
import { storedEmbeddingSettings, toEmbeddingSettings } from './embeddings.queries.ts';
import { LOCAL_URL } from './source.rules.ts';

export type EmbeddingWish = Omit<EmbeddingSettings, 'hasKey'> & EndpointWish;
/** `hasLocal`: whether the installation names a folder with a model of its own. */
type LocalSafe = Safe & { hasLocal: boolean };

/**
 * Chooses an embedding model; the same again writes no fact. A kept key is dropped when the address moves to another server.
 * Choosing the server's own model forgets address and key: what is not used is not kept.
 * @throws modelIncomplete · modelAddressRefused · localModelMissing
 */
export async function changeEmbeddingSettings(ctx: Ctx, safe: LocalSafe, wish: EmbeddingWish): Promise<EmbeddingSettings> {
  const isLocal = wish.source === 'local';
  if (isLocal && wish.enabled && !safe.hasLocal) throw localModelMissing();
  const { url, model } = isLocal ? { url: LOCAL_URL, model: '' } : placeOf(wish, safe.hosts);
  return ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    await tx.selectFrom('workspaces').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
    const before = await storedEmbeddingSettings(tx, workspaceId);
    const columns = {
      url,
      model,
      key: isLocal ? null : keyAfter(before, url, wish, safe.sealingKey),
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
    const changed = changedNames(toEmbeddingSettings(before), toEmbeddingSettings(after), Boolean(wish.key) && !isLocal);
    if (changed.length > 0) await ctx.append(tx, embeddingSettingsChanged({ changed, enabled: wish.enabled }));
    return toEmbeddingSettings(after);
  });
}
