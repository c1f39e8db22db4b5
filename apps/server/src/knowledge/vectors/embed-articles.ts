import type { EmbeddingReply, EmbeddingSpace, Embeddings } from '../../models/embeddings/embeddings.types.ts';
import { LOCAL_URL } from '../../models/embeddings/source.rules.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { cutText } from '../../platform/text/fold.ts';
import { batchesOf, type Part } from './texts.rules.ts';
import {
  beginSet,
  claimVectors,
  dropSet,
  noteFailure,
  releaseVectors,
  removeVectors,
  setFor,
  takeIntoUse,
  writeVectors,
} from './vectors.commands.ts';
import { differenceOf, type VectorSet } from './vectors.queries.ts';

/** `doubted`: whether the width of the vectors in use must be checked. */
export type Wish = { articleIds: readonly string[] | 'all'; doubted: boolean };
export type Deps = { embeddings: Embeddings; worker: string; stopping: AbortSignal };

/** `busy`: another process is at work. `failed`: to be tried again; the state says why. */
export type Outcome = 'done' | 'off' | 'busy' | 'failed' | 'stopped';

/** Articles told of in one fact. */
const GONE_AT_A_TIME = 500;
/** What is sent of a text that the endpoint will not take: its beginning. */
const SHORTENED = 300;

/**
 * Embeds what the articles have and the vectors lack, batch by batch. Whatever ends it, what was kept stays, and the next run goes on
 * from there. A set of another model or width is made beside the one in use and takes its place when it is whole.
 */
export async function embedArticles(ctx: Ctx, deps: Deps, wish: Wish): Promise<Outcome> {
  if (!(await deps.embeddings.space(ctx))) return 'off';
  if (!(await claimVectors(ctx, deps.worker))) return 'busy';
  try {
    let { doubted } = wish;
    for (;;) {
      const space = await deps.embeddings.space(ctx);
      if (!space) return 'off';
      const set = await setFor(ctx, space);
      if (doubted && set.in_use) await checkWidth(ctx, deps, set);
      else {
        const ended = await fill(ctx, deps, set, set.in_use && wish.articleIds !== 'all' ? wish.articleIds : undefined);
        if (ended) return ended;
      }
      doubted = false;
    }
  } finally {
    await releaseVectors(ctx, deps.worker);
  }
}

/** One round over a set; null: look again, what is wanted may be another set or other texts by now. */
async function fill(ctx: Ctx, deps: Deps, from: VectorSet, articleIds: readonly string[] | undefined): Promise<Outcome | null> {
  let set = from;
  const { missing, gone } = await ctx.transaction((tx) => differenceOf(tx, set, articleIds));
  for (let at = 0; at < gone.length; at += GONE_AT_A_TIME) await removeVectors(ctx, set, gone.slice(at, at + GONE_AT_A_TIME));
  if (missing.length === 0) {
    if (!set.in_use && set.width !== null) await takeIntoUse(ctx, { ...set, width: set.width });
    await noteFailure(ctx, null, null);
    return 'done';
  }
  for (const [at, batch] of batchesOf(missing, { isLocal: set.url === LOCAL_URL }).entries()) {
    if (!(await claimVectors(ctx, deps.worker))) return 'busy';
    const asked = await ask(ctx, deps, batch);
    if (deps.stopping.aborted) return 'stopped';
    if (!asked) return 'off';
    if (!isSame(asked.space, set)) return null;
    if (asked.failure !== null) {
      await noteFailure(ctx, asked.failure, asked.detail);
      return 'failed';
    }
    const width = asked.vectors[0]!.length;
    if (asked.vectors.some(({ length }) => length !== width) || width !== (set.width ?? width)) return refuse(ctx, set);
    await writeVectors(ctx, set, batch, asked.vectors);
    // Whatever was wrong is over.
    if (at === 0) await noteFailure(ctx, null, null);
    set = { ...set, width };
  }
  return null;
}

/** Vectors of another width than those we have compare with none of them. */
async function refuse(ctx: Ctx, set: VectorSet): Promise<Outcome | null> {
  await noteFailure(ctx, 'width_changed', null);
  if (set.in_use) {
    await beginSet(ctx, set);
    return null;
  }
  await dropSet(ctx, set);
  return 'failed';
}

/** Whether the model still answers as wide as it did; begins a new set if not. */
async function checkWidth(ctx: Ctx, { embeddings, stopping }: Deps, set: VectorSet): Promise<void> {
  const asked = await embeddings.embedArticles(ctx, ['?'], stopping);
  if (asked?.failure === null && isSame(asked.space, set) && asked.vectors[0]!.length !== set.width) await refuse(ctx, set);
}

const isSame = (space: EmbeddingSpace, set: VectorSet): boolean => space.url === set.url && space.model === set.model;

type Asked = EmbeddingReply & { space: EmbeddingSpace };

/** Asks for the vectors of a batch; one that is refused as such is asked for in halves, and its texts shortened at last. */
async function ask(ctx: Ctx, deps: Deps, batch: readonly Pick<Part, 'text'>[]): Promise<Asked | null> {
  const asked = await deps.embeddings.embedArticles(
    ctx,
    batch.map(({ text }) => text),
    deps.stopping,
  );
  if (!asked?.isRefused) return asked;
  if (batch.length === 1) {
    const { text } = batch[0]!;
    return text.length > SHORTENED ? ask(ctx, deps, [{ text: cutText(text, SHORTENED) }]) : asked;
  }
  const middle = batch.length >> 1;
  const first = await ask(ctx, deps, batch.slice(0, middle));
  if (!first || first.failure !== null) return first;
  const second = await ask(ctx, deps, batch.slice(middle));
  return second && { ...second, vectors: [...first.vectors, ...second.vectors] };
}
