import type { ModelOutcome } from '@madoguchi/contract/models.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { keepModelCall } from '../models.commands.ts';
import { storedSettings, toModelSettings } from '../models.queries.ts';
import type { EmbeddingReply } from './embeddings.types.ts';

type Purpose = 'embed_article' | 'embed_question' | 'test';

/** Keeps a note of a call with what it cost: an embedding has a price for what goes in, and none for what comes out. */
export async function countEmbedding(
  ctx: Ctx,
  { model, price }: { model: string; price: number | null },
  { ms, tokens, failure }: EmbeddingReply,
  { purpose, texts }: { purpose: Purpose; texts: number },
): Promise<void> {
  const { currency } = toModelSettings(await ctx.transaction((tx) => storedSettings(tx, ctx.viewer.workspaceId)));
  await keepModelCall(
    ctx,
    { chat_model: model, price_in: price, price_out: price === null ? null : 0, currency },
    { ms, tokensIn: tokens, tokensOut: 0 },
    { purpose, outcome: outcomeOf(failure), conversationId: null, trace: { failure, texts } },
  );
}

const outcomeOf = (failure: EmbeddingReply['failure']): ModelOutcome =>
  failure === null
    ? 'ok'
    : failure === 'timeout' || failure === 'refused'
      ? failure
      : failure === 'bad_vectors' || failure === 'width_changed'
        ? 'bad_answer'
        : 'error';
