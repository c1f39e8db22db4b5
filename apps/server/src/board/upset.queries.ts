import type { Board } from '@madoguchi/contract/board.ts';
import { sql } from 'kysely';
import { conversationsOf, conversationsWithNames, presentConversation } from '../conversations/queries/present.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';

const LISTED = 10;
const MOST_COUNTED = 1000;

/** Whose customers sound angry or displeased and whose matter is not over: how many, and the first of them. */
export async function upset(ctx: Ctx, tx: Tx): Promise<Pick<Board, 'angry' | 'displeased' | 'upset'>> {
  const { workspaceId } = ctx.viewer;
  const theirs = (mood: string) => sql<number>`(select count(*)::int from (select from conversations
    where workspace_id = ${workspaceId} and mood = ${mood} and status in ('open', 'waiting') and turn <> 'spam' and merged_into is null
    limit ${sql.lit(MOST_COUNTED)}) x)`;
  const { rows } = await sql<{ angry: number; displeased: number }>`
    select ${theirs('angry')} as angry, ${theirs('displeased')} as displeased`.execute(tx);
  // 'angry' comes before 'displeased' by the alphabet, too: the index gives them in this order.
  const first = conversationsOf(tx, workspaceId)
    .where('c.mood', 'is not', null)
    .where('c.status', 'in', ['open', 'waiting'])
    .where('c.turn', '<>', 'spam')
    .where('c.merged_into', 'is', null)
    .orderBy('c.mood')
    .orderBy('c.waiting_since')
    .orderBy('c.id')
    .limit(LISTED);
  const named = await conversationsWithNames(tx, workspaceId, first).orderBy('c.mood').orderBy('c.waiting_since').orderBy('c.id').execute();
  return { ...rows[0]!, upset: named.map(presentConversation) };
}
