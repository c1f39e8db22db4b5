import type { Ctx } from '../../platform/ctx.ts';
import { unseal } from '../../platform/secrets/seal.ts';
import { cutText } from '../../platform/text/fold.ts';
import { isSameServer } from '../hosts.rules.ts';
import { maskPersonal } from '../masking/mask.rules.ts';
import type { ModelPlace } from '../models.types.ts';
import { makeResting } from '../resting.ts';
import { countEmbedding } from './count-embedding.commands.ts';
import { type StoredEmbeddingSettings, storedEmbeddingSettings } from './embeddings.queries.ts';
import type { AskEmbeddings, EmbeddingReply, Embeddings } from './embeddings.types.ts';

/** Nobody waits for the articles; a batch of 64 on a small machine takes its time. */
const BACKGROUND_MS = 60_000;
/** Characters of a question that go out: a long letter says what it is about long before. */
const MOST_CHARACTERS = 2000;

/** The workspace's embedding model for the rooms above: reads where it is, asks, and counts. */
export function openEmbeddings(sealingKey: Buffer, ask: AskEmbeddings, backgroundMs = BACKGROUND_MS): Embeddings {
  const resting = makeResting(() => performance.now());
  const switchedOn = async (ctx: Ctx): Promise<StoredEmbeddingSettings | null> => {
    const settings = await ctx.transaction((tx) => storedEmbeddingSettings(tx, ctx.viewer.workspaceId));
    return settings?.enabled ? settings : null;
  };
  return {
    space: async (ctx) => {
      const settings = await switchedOn(ctx);
      return settings && { url: settings.url, model: settings.model };
    },
    embedArticles: async (ctx, texts, signal) => {
      const settings = await switchedOn(ctx);
      if (!settings) return null;
      const reply = await ask({ ...placeOf(settings, sealingKey), timeLimitMs: backgroundMs }, texts, signal);
      await countEmbedding(ctx, settings, reply, { purpose: 'embed_article', texts: texts.length });
      return { ...reply, space: { url: settings.url, model: settings.model } };
    },
    embedQuestion: async (ctx, { url, model, width }, text) => {
      const settings = await switchedOn(ctx);
      // An address that was taken away is not asked again, even while the articles still have its vectors.
      if (!settings || !isSameServer(url, settings.url) || resting.isResting(nameOf(settings)))
        return { vector: null, changedWidth: false };
      const masked = maskPersonal(cutText(text, MOST_CHARACTERS)).text;
      const reply = await ask({ ...placeOf(settings, sealingKey), url, model }, [masked]);
      const changedWidth = reply.failure === null && reply.vectors[0]!.length !== width;
      const judged: EmbeddingReply = changedWidth ? { ...reply, failure: 'width_changed' } : reply;
      resting.note(nameOf(settings), judged.failure === null);
      await countEmbedding(ctx, { model, price: settings.price }, judged, { purpose: 'embed_question', texts: 1 });
      return { vector: judged.failure === null ? reply.vectors[0]! : null, changedWidth };
    },
  };
}

/** Whoever changes the settings has the endpoint tried at once. */
const nameOf = ({ workspace_id, updated_at }: StoredEmbeddingSettings): string => `${workspace_id} ${updated_at.getTime()}`;

export const placeOf = (settings: StoredEmbeddingSettings, sealingKey: Buffer): ModelPlace => ({
  url: settings.url,
  model: settings.model,
  key: settings.key && unseal(sealingKey, settings.key),
  timeLimitMs: settings.time_limit_ms,
});
