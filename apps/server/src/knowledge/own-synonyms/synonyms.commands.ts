import type { SynonymGroup } from '@madoguchi/contract/knowledge.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { foldText } from '../../platform/text/fold.ts';
import { synonymTooFew, synonymTooMany, synonymWordTaken } from '../knowledge.errors.ts';
import { synonymsChanged, synonymsRemoved } from '../knowledge.events.ts';
import { toSynonymGroup } from './synonyms.queries.ts';

const MOST_GROUPS = 1000;

/** Adds words that mean the same. The same words again are the group that is there. @throws synonymWordTaken · synonymTooMany · synonymTooFew */
export async function addSynonyms(ctx: Ctx, given: readonly string[]): Promise<SynonymGroup> {
  const { words, folded } = distinct(given);
  return ctx.transaction(async (tx) => {
    const workspace_id = ctx.viewer.workspaceId;
    await oneAtATime(ctx, tx);
    const there = await groupsWith(ctx, tx, folded);
    const same = there.find((group) => group.folded.length === folded.length && folded.every((word) => group.folded.includes(word)));
    if (same) return toSynonymGroup(same);
    refuseTaken(there, words, folded);
    const { count } = await tx
      .selectFrom('synonyms')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('workspace_id', '=', workspace_id)
      .executeTakeFirstOrThrow();
    if (count >= MOST_GROUPS) throw synonymTooMany();
    const now = ctx.clock.now();
    const row = await tx
      .insertInto('synonyms')
      .values({ workspace_id, id: newId('syn'), words, folded, created_at: now, updated_at: now })
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, synonymsChanged({ synonymId: row.id, words }));
    return toSynonymGroup(row);
  });
}

/** Replaces a group's words; the same again writes no fact. @throws notFound · synonymWordTaken · synonymTooFew */
export async function changeSynonyms(ctx: Ctx, id: string, given: readonly string[]): Promise<SynonymGroup> {
  const { words, folded } = distinct(given);
  return ctx.transaction(async (tx) => {
    await oneAtATime(ctx, tx);
    const row = await tx
      .selectFrom('synonyms')
      .selectAll()
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw notFound();
    if (row.words.join('\n') === words.join('\n')) return toSynonymGroup(row);
    refuseTaken(
      (await groupsWith(ctx, tx, folded)).filter((group) => group.id !== id),
      words,
      folded,
    );
    const changed = await tx
      .updateTable('synonyms')
      .set({ words, folded, updated_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await ctx.append(tx, synonymsChanged({ synonymId: id, words }));
    return toSynonymGroup(changed);
  });
}

/** @throws notFound, also for a group that is removed already */
export async function removeSynonyms(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const removed = await tx
      .deleteFrom('synonyms')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .returning('words')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await ctx.append(tx, synonymsRemoved({ synonymId: id, words: removed.words }));
  });
}

/** The words without those that only differ in width, case or spaces from one before them. */
function distinct(given: readonly string[]): { words: string[]; folded: string[] } {
  const folded = given.map(foldText);
  const kept = [...folded.keys()].filter((i) => folded[i] !== '' && folded.indexOf(folded[i]!) === i);
  if (kept.length < 2) throw synonymTooFew();
  return { words: kept.map((i) => given[i]!.trim()), folded: kept.map((i) => folded[i]!) };
}

/** Two editors who add the same word at once would both find it free. */
const oneAtATime = (ctx: Ctx, tx: Tx) =>
  sql`select from workspaces where workspace_id = ${ctx.viewer.workspaceId} for no key update`.execute(tx);

const groupsWith = (ctx: Ctx, tx: Tx, folded: string[]) =>
  tx
    .selectFrom('synonyms')
    .selectAll()
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where(sql<boolean>`folded && ${folded}::text[]`)
    .execute();

function refuseTaken(others: readonly { folded: string[] }[], words: string[], folded: string[]): void {
  const taken = folded.findIndex((word) => others.some((group) => group.folded.includes(word)));
  if (taken !== -1) throw synonymWordTaken({ word: words[taken]! });
}
