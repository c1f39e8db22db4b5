import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Class } from '../spam.types.ts';

/** Lessons of either class that are kept. An older one is unlearned to the letter, so the counts stay bounded and true. */
export const MOST_LESSONS = 1000;

/**
 * Teaches the filter what a conversation is, in place of what it was taught of it before. Bears a repetition.
 * @param of null: nothing; what it was taught is unlearned
 * @returns whether that changed anything
 */
export async function teach(ctx: Ctx, conversationId: string, of: Class | null, tokens: readonly string[]): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    // One teacher at a time: counts are of all lessons together.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`spam:${ctx.viewer.workspaceId}`}, 0))`.execute(tx);
    const known = await lessonOf(ctx, tx, conversationId);
    if ((known?.class ?? null) === of) return false;
    if (known) await unlearnIn(ctx, tx, [conversationId]);
    if (of === null) return true;
    await tx
      .insertInto('spam_lessons')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        conversation_id: conversationId,
        class: of,
        tokens: [...tokens],
        learned_at: ctx.clock.now(),
      })
      .execute();
    await count(ctx, tx, of, tokens, 1);
    await unlearnIn(ctx, tx, await tooOld(ctx, tx, of));
    return true;
  });
}

const lessonOf = (ctx: Ctx, tx: Tx, conversationId: string) =>
  tx
    .selectFrom('spam_lessons')
    .select('class')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();

async function tooOld(ctx: Ctx, tx: Tx, of: Class): Promise<string[]> {
  const rows = await tx
    .selectFrom('spam_lessons')
    .select('conversation_id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('class', '=', of)
    .orderBy('learned_at', 'desc')
    .orderBy('conversation_id', 'desc')
    .offset(MOST_LESSONS)
    .execute();
  return rows.map(({ conversation_id }) => conversation_id);
}

async function unlearnIn(ctx: Ctx, tx: Tx, conversationIds: readonly string[]): Promise<void> {
  for (const id of conversationIds) {
    const lesson = await tx
      .deleteFrom('spam_lessons')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', '=', id)
      .returning(['class', 'tokens'])
      .executeTakeFirst();
    if (lesson) await count(ctx, tx, lesson.class as Class, lesson.tokens, -1);
  }
}

async function count(ctx: Ctx, tx: Tx, of: Class, tokens: readonly string[], by: 1 | -1): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const [spam, ham] = of === 'spam' ? [by, 0] : [0, by];
  await sql`
    insert into spam_tokens (workspace_id, token, spam, ham) select ${workspaceId}, token, ${spam}::int, ${ham}::int
    from unnest(${[...tokens]}::text[]) as token
    on conflict (workspace_id, token) do update set spam = spam_tokens.spam + excluded.spam, ham = spam_tokens.ham + excluded.ham`.execute(
    tx,
  );
  if (by === 1) return;
  await sql`
    delete from spam_tokens where workspace_id = ${workspaceId} and token = any (${[...tokens]}::text[]) and spam <= 0 and ham <= 0`.execute(
    tx,
  );
}
