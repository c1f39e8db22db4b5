import type { Ctx } from '../../platform/ctx.ts';
import { unseal } from '../../platform/secrets/seal.ts';
import { cutText } from '../../platform/text/fold.ts';
import { isSameServer } from '../hosts.rules.ts';
import { maskPersonal } from '../masking/mask.rules.ts';
import type { ModelPlace } from '../models.types.ts';
import { makeResting } from '../resting.ts';
import { countEmbedding } from './count-embedding.commands.ts';
import { type StoredEmbeddingSettings, storedEmbeddingSettings } from './embeddings.queries.ts';
import type { AskEmbeddings, EmbeddingReply, EmbeddingSpace, Embeddings, QuestionVector } from './embeddings.types.ts';
import type { LocalModel } from './local/local.types.ts';
import { LOCAL_URL } from './source.rules.ts';

/** Nobody waits for the articles; a batch of 64 on a small machine takes its time. */
const BACKGROUND_MS = 60_000;
/** Characters of a question that go out: a long letter says what it is about long before. */
const MOST_CHARACTERS = 2000;

type Options = { sealingKey: Buffer; ask: AskEmbeddings; local: LocalModel; backgroundMs?: number };

/** The workspace's embedding model for the rooms above: reads where it is, asks, and counts. */
export function openEmbeddings({ sealingKey, ask, local, backgroundMs = BACKGROUND_MS }: Options): Embeddings {
  const resting = makeResting(() => performance.now());
  const switchedOn = async (ctx: Ctx): Promise<StoredEmbeddingSettings | null> => {
    const settings = await ctx.transaction((tx) => storedEmbeddingSettings(tx, ctx.viewer.workspaceId));
    return settings?.enabled ? settings : null;
  };
  /** A model that cannot be used has no name: its set stays empty, and the state says why. */
  const spaceOf = async ({ url, model }: EmbeddingSpace): Promise<EmbeddingSpace> => {
    if (url !== LOCAL_URL) return { url, model };
    const found = await local.look();
    return { url, model: 'identity' in found ? found.identity : '' };
  };
  const askLocal = async (
    ctx: Ctx,
    settings: StoredEmbeddingSettings,
    { model, width }: EmbeddingSpace & { width: number },
    text: string,
  ): Promise<QuestionVector> => {
    // Nothing leaves the machine: nothing is masked.
    const limits = { timeLimitMs: settings.time_limit_ms, urgent: true };
    const reply = await local.embed(model, 'query', [cutText(text, MOST_CHARACTERS)], limits);
    const vector = reply.vectors[0]?.length === width ? reply.vectors[0] : null;
    resting.note(nameOf(settings), reply.failure !== 'timeout');
    await countEmbedding(ctx, { model, price: 0 }, reply, { purpose: 'embed_question', texts: 1 });
    return { vector, changedWidth: reply.failure === null && vector === null };
  };
  return {
    watchLocal: local.watch,
    warm: async ({ url, model }) => {
      if (url === LOCAL_URL) await local.embed(model, 'query', ['?'], { timeLimitMs: backgroundMs, urgent: false });
    },
    space: async (ctx) => {
      const settings = await switchedOn(ctx);
      return settings && spaceOf(settings);
    },
    embedArticles: async (ctx, texts, signal) => {
      const settings = await switchedOn(ctx);
      if (!settings) return null;
      if (settings.url === LOCAL_URL) {
        const { identity, ...reply } = await local.embed('', 'passage', texts, { timeLimitMs: backgroundMs, urgent: false, signal });
        await countEmbedding(ctx, { model: identity, price: 0 }, reply, { purpose: 'embed_article', texts: texts.length });
        return { ...reply, space: { url: LOCAL_URL, model: identity } };
      }
      const reply = await ask({ ...placeOf(settings, sealingKey), timeLimitMs: backgroundMs }, texts, signal);
      await countEmbedding(ctx, settings, reply, { purpose: 'embed_article', texts: texts.length });
      return { ...reply, space: { url: settings.url, model: settings.model } };
    },
    embedQuestion: async (ctx, space, text) => {
      const { url, model, width } = space;
      const settings = await switchedOn(ctx);
      if (!settings || resting.isResting(nameOf(settings))) return { vector: null, changedWidth: false };
      if (url === LOCAL_URL) return askLocal(ctx, settings, space, text);
      // An address that was taken away is not asked again, even while the articles still have its vectors.
      if (!isSameServer(url, settings.url)) return { vector: null, changedWidth: false };
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
