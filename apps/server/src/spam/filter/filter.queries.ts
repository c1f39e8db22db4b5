import type { SpamFilter } from '@madoguchi/contract/spam.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/db.ts';
import type { Class, Corpus, Counts } from '../spam.types.ts';
import type { Lesson, Measured } from './measure.rules.ts';
import { NEEDED } from './score.rules.ts';

/** Whether a workspace's filter is on, and what was measured of it; null as long as it knows too little to act. */
export async function filterOf(tx: Tx, workspaceId: string): Promise<{ on: boolean; measured: Measured | null; measuredAt: Date | null }> {
  const row = await tx.selectFrom('spam_filters').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst();
  return { on: !row?.off_since, measured: (row?.measured as Measured | null) ?? null, measuredAt: row?.measured_at ?? null };
}

/** How many lessons of either class there are. */
export async function lessonsOf(tx: Tx, workspaceId: string): Promise<Counts> {
  const rows = await tx
    .selectFrom('spam_lessons')
    .select(['class', (eb) => eb.fn.countAll<string>().as('count')])
    .where('workspace_id', '=', workspaceId)
    .groupBy('class')
    .execute();
  const of = (one: Class) => Number(rows.find((row) => row.class === one)?.count ?? 0);
  return { spam: of('spam'), ham: of('ham') };
}

/** What is known of some tokens. */
export async function knownOf(tx: Tx, workspaceId: string, tokens: readonly string[]): Promise<Corpus['tokens']> {
  const rows = await tx
    .selectFrom('spam_tokens')
    .select(['token', 'spam', 'ham'])
    .where('workspace_id', '=', workspaceId)
    .where('token', '=', sql<string>`any(${[...tokens]}::text[])`)
    .execute();
  return new Map(rows.map(({ token, spam, ham }) => [token, { spam, ham }]));
}

/** Lessons by which the filter is measured: the latest of either class. */
const MEASURED_BY = 300;

/** The latest lessons of either class, and what all of them taught about their words. */
export async function lessonsToMeasure(tx: Tx, workspaceId: string): Promise<{ corpus: Corpus; lessons: Lesson[] }> {
  const latest = (of: Class) =>
    tx
      .selectFrom('spam_lessons')
      .select(['class', 'tokens'])
      .where('workspace_id', '=', workspaceId)
      .where('class', '=', of)
      .orderBy('learned_at', 'desc')
      .orderBy('conversation_id', 'desc')
      .limit(MEASURED_BY)
      .execute();
  const lessons = [...(await latest('spam')), ...(await latest('ham'))] as Lesson[];
  const tokens = await knownOf(tx, workspaceId, [...new Set(lessons.flatMap((lesson) => lesson.tokens))]);
  return { corpus: { lessons: await lessonsOf(tx, workspaceId), tokens }, lessons };
}

/** What the filter has learned, what it did, and how well it does. */
export async function spamFilterOf(tx: Tx, workspaceId: string): Promise<SpamFilter> {
  const did = await tx
    .selectFrom('conversations')
    .select((eb) => [eb.fn.countAll<string>().as('caught'), eb.fn.count<string>('not_spam_at').as('wrong')])
    .where('workspace_id', '=', workspaceId)
    .where('spam_by', '=', 'filter')
    .executeTakeFirstOrThrow();
  const { on, measured } = await filterOf(tx, workspaceId);
  return {
    on,
    learned: await lessonsOf(tx, workspaceId),
    needed: NEEDED,
    caught: Number(did.caught),
    wrong: Number(did.wrong),
    measured,
  };
}
