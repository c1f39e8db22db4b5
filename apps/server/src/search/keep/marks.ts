import { type RawBuilder, sql } from 'kysely';

const ref = (name: string) => sql.ref(name);

/** The marks of something said in a conversation `c`, in SQL: as in terms/marks.rules.ts. */
export const talkMarks = (of: { channel: string; inbox: string; at: string }): RawBuilder<string[]> => sql`array_remove(array[
  '@w' || right(c.workspace_id, 10), '@c:' || ${ref(of.channel)}, '@i' || right(${ref(of.inbox)}, 12), '@u' || right(c.customer_id, 12),
  ${dayAndMonth(of.at)}], null) || ${changingMarks}`;

/** Those that change while a conversation is worked on. */
export const changingMarks: RawBuilder<string[]> = sql`array_remove(array[
  case when c.assignee_agent_id is not null then '@a' || right(c.assignee_agent_id, 12) end, case when c.turn = 'spam' then '@spam' end], null)`;

export const dayAndMonth = (at: string): RawBuilder<string> =>
  sql`'@d' || to_char(${ref(at)} at time zone 'UTC', 'YYYYMMDD'), '@m' || to_char(${ref(at)} at time zone 'UTC', 'YYYYMM')`;
