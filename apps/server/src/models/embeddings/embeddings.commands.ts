import type { EmbeddingSettings } from '@madoguchi/contract/embeddings.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { seal } from '../../platform/secrets/seal.ts';
import { baseOf, isSameServer } from '../hosts.rules.ts';
import type { Safe } from '../models.commands.ts';
import { modelAddressRefused, modelIncomplete } from '../models.errors.ts';
import { embeddingSettingsChanged } from './embeddings.events.ts';
import { type StoredEmbeddingSettings, storedEmbeddingSettings, toEmbeddingSettings } from './embeddings.queries.ts';

/** `key`: undefined keeps the one there is, '' removes it. */
export type EmbeddingWish = Omit<EmbeddingSettings, 'hasKey'> & { key?: string | undefined };

/**
 * Chooses an embedding model; the same again writes no fact. A kept key is dropped when the address moves to another server.
 * @throws modelIncomplete · modelAddressRefused
 */
export async function changeEmbeddingSettings(ctx: Ctx, { sealingKey, hosts }: Safe, wish: EmbeddingWish): Promise<EmbeddingSettings> {
  const address = wish.url.trim();
  const url = address === '' ? '' : baseOf(address, hosts);
  if (url === null) throw modelAddressRefused();
  const model = wish.model.trim();
  if (wish.enabled && (url === '' || model === '')) throw modelIncomplete();
  return ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    await tx.selectFrom('workspaces').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
    const before = await storedEmbeddingSettings(tx, workspaceId);
    const columns = {
      url,
      model,
      key: keyAfter(before, url, wish.key?.trim(), sealingKey),
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
    const changed = changedNames(before, after, Boolean(wish.key));
    if (changed.length > 0) await ctx.append(tx, embeddingSettingsChanged({ changed, enabled: wish.enabled }));
    return toEmbeddingSettings(after);
  });
}

function keyAfter(before: StoredEmbeddingSettings | undefined, url: string, key: string | undefined, sealingKey: Buffer): Buffer | null {
  if (key) return seal(sealingKey, key);
  return key === undefined && before && isSameServer(before.url, url) ? before.key : null;
}

function changedNames(before: StoredEmbeddingSettings | undefined, after: StoredEmbeddingSettings, newKey: boolean): string[] {
  const [was, is] = [toEmbeddingSettings(before), toEmbeddingSettings(after)];
  const names = (Object.keys(is) as (keyof EmbeddingSettings)[]).filter((name) => was[name] !== is[name]);
  return newKey && !names.includes('hasKey') ? [...names, 'hasKey'] : names;
}
