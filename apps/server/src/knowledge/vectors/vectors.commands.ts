import type { EmbeddingFailure } from '@madoguchi/contract/embeddings.ts';
import { sql } from 'kysely';
import type { EmbeddingSpace } from '../../models/embeddings/embeddings.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { toBytes } from './bytes.rules.ts';
import type { Part } from './texts.rules.ts';
import { articleVectorsSwitched, articleVectorsWritten } from './vectors.events.ts';
import { type Difference, type VectorSet, vectorSets } from './vectors.queries.ts';

/** Longer than any call may take. */
const CLAIM_MS = 90_000;

/** Claims a workspace's vectors for one process, or renews its claim; false while another is at work. A dead one loses it by itself. */
export async function claimVectors(ctx: Ctx, worker: string): Promise<boolean> {
  const now = ctx.clock.now();
  const claim = { claimed_by: worker, claimed_until: new Date(now.getTime() + CLAIM_MS) };
  const claimed = await ctx.transaction((tx) =>
    tx
      .insertInto('embedding_state')
      .values({ workspace_id: ctx.viewer.workspaceId, ...claim })
      .onConflict((conflict) =>
        conflict
          .column('workspace_id')
          .doUpdateSet(claim)
          .where(({ eb, or }) =>
            or([
              eb('embedding_state.claimed_by', 'is', null),
              eb('embedding_state.claimed_by', '=', worker),
              eb('embedding_state.claimed_until', '<', now),
            ]),
          ),
      )
      .returning('workspace_id')
      .executeTakeFirst(),
  );
  return claimed !== undefined;
}

export const releaseVectors = (ctx: Ctx, worker: string): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx
      .updateTable('embedding_state')
      .set({ claimed_by: null, claimed_until: null })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('claimed_by', '=', worker)
      .execute(),
  );

/** Remembers what went wrong, or that nothing does any more. */
export const noteFailure = (ctx: Ctx, failure: EmbeddingFailure | null, detail: string | null): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx
      .updateTable('embedding_state')
      .set({ failure, detail, failed_at: failure && ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .execute(),
  );

/** The set that is to hold the vectors of a model: one that is being made before the one in use. Others that are being made are dropped. */
export async function setFor(ctx: Ctx, { url, model }: EmbeddingSpace): Promise<VectorSet> {
  return ctx.transaction(async (tx) => {
    const sets = await vectorSets(tx, ctx.viewer.workspaceId);
    const fitting = sets.filter((set) => set.url === url && set.model === model);
    const chosen = fitting.find(({ in_use }) => !in_use) ?? fitting[0];
    for (const set of sets) if (!set.in_use && set !== chosen) await drop(tx, set);
    return chosen ?? insertSet(ctx, tx, { url, model });
  });
}

/** Begins a set beside the one in use, in place of any other that is being made. */
export async function beginSet(ctx: Ctx, space: EmbeddingSpace): Promise<void> {
  await ctx.transaction(async (tx) => {
    for (const set of await vectorSets(tx, ctx.viewer.workspaceId)) if (!set.in_use) await drop(tx, set);
    await insertSet(ctx, tx, space);
  });
}

export const dropSet = (ctx: Ctx, set: VectorSet): Promise<void> => ctx.transaction((tx) => drop(tx, set));

const insertSet = (ctx: Ctx, tx: Tx, { url, model }: EmbeddingSpace): Promise<VectorSet> =>
  tx
    .insertInto('vector_sets')
    .values({ workspace_id: ctx.viewer.workspaceId, id: newId('vec'), url, model, width: null, created_at: ctx.clock.now() })
    .returningAll()
    .executeTakeFirstOrThrow();

const drop = async (tx: Tx, { workspace_id, id }: VectorSet): Promise<void> =>
  void (await tx.deleteFrom('vector_sets').where('workspace_id', '=', workspace_id).where('id', '=', id).execute());

/** Keeps vectors, one for each part; a set without a width gets theirs. */
export async function writeVectors(ctx: Ctx, set: VectorSet, parts: readonly Part[], vectors: readonly Float32Array[]): Promise<void> {
  const rows = parts.map(({ articleId, part, hash }, at) => ({
    workspace_id: set.workspace_id,
    set_id: set.id,
    article_id: articleId,
    part,
    text_hash: hash,
    vector: toBytes(vectors[at]!),
  }));
  await ctx.transaction(async (tx) => {
    if (set.width === null)
      await tx
        .updateTable('vector_sets')
        .set({ width: vectors[0]!.length })
        .where('workspace_id', '=', set.workspace_id)
        .where('id', '=', set.id)
        .execute();
    await tx
      .insertInto('article_vectors')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'set_id', 'article_id', 'part']).doUpdateSet(({ ref }) => ({
          text_hash: ref('excluded.text_hash'),
          vector: ref('excluded.vector'),
        })),
      )
      .execute();
    await tellOf(ctx, tx, set, parts);
  });
}

/** Takes vectors out that are of no article or text any more. */
export async function removeVectors(ctx: Ctx, set: VectorSet, gone: Difference['gone']): Promise<void> {
  if (gone.length === 0) return;
  await ctx.transaction(async (tx) => {
    const lists = [gone.map(({ articleId }) => articleId), gone.map(({ part }) => part)] as const;
    await sql`delete from article_vectors v using unnest(${lists[0]}::text[], ${lists[1]}::int[]) as gone (article_id, part)
      where v.workspace_id = ${set.workspace_id} and v.set_id = ${set.id} and v.article_id = gone.article_id and v.part = gone.part`.execute(
      tx,
    );
    await tellOf(ctx, tx, set, gone);
  });
}

async function tellOf(ctx: Ctx, tx: Tx, set: VectorSet, parts: readonly { articleId: string }[]): Promise<void> {
  const articleIds = [...new Set(parts.map(({ articleId }) => articleId))];
  if (set.in_use) await ctx.append(tx, articleVectorsWritten({ setId: set.id, articleIds }));
}

/** A whole set takes the place of the one in use, which is dropped. */
export async function takeIntoUse(ctx: Ctx, set: VectorSet & { width: number }): Promise<void> {
  await ctx.transaction(async (tx) => {
    for (const other of await vectorSets(tx, set.workspace_id)) if (other.id !== set.id) await drop(tx, other);
    await tx
      .updateTable('vector_sets')
      .set({ in_use: true })
      .where('workspace_id', '=', set.workspace_id)
      .where('id', '=', set.id)
      .execute();
    await ctx.append(tx, articleVectorsSwitched({ setId: set.id, model: set.model, width: set.width }));
  });
}
