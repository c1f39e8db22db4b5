import { MARK_IN_SQL } from './marks.ts';
import type { SoakServer } from './server.ts';
import type { Sender } from './soak.types.ts';

export type InboundCount = {
  messages: number;
  lost: number;
  doubled: number;
  /** Not after the one that was sent before it. */
  outOfOrder: number;
  /** On another inbox's line, with another customer or in another conversation than the others of its line. */
  misplaced: number;
};

type Expected = { channel: string; line: string; messages: number };
type Row = { line: string; seq: number; channel: string; conversation_id: string; customer_id: string; thread_id: string };

/** What became of everything that was handed over: each channel's messages as they lie in the database, against what was sent. */
export async function countInbound(server: SoakServer, senders: readonly Sender[], expected: readonly Expected[]) {
  const rows = await server.query<Row>(
    `select m[1] as line, m[2]::int as seq, i.channel, found.conversation_id, c.customer_id, found.thread_id from (
       select regexp_match(text, $1) as m, conversation_id, thread_id, seq from messages where author_kind = 'customer') found
     join conversations c on c.id = found.conversation_id join threads t on t.id = found.thread_id join inboxes i on i.id = t.inbox_id
     where m is not null order by c.number, found.seq`,
    [MARK_IN_SQL],
  );
  const byLine = Map.groupBy(rows, ({ line }) => line);
  const counts = new Map<string, InboundCount>();
  for (const { channel, separate = false } of senders) {
    const lines = expected.filter((one) => one.channel === channel);
    const each = lines.map(({ line, messages }) => countLine(byLine.get(line) ?? [], { channel, messages, separate }));
    const sum = (of: (one: InboundCount) => number) => each.reduce((all, one) => all + of(one), 0);
    counts.set(channel, {
      messages: sum((one) => one.messages),
      lost: sum((one) => one.lost),
      doubled: sum((one) => one.doubled),
      outOfOrder: sum((one) => one.outOfOrder),
      misplaced: sum((one) => one.misplaced),
    });
  }
  return counts;
}

function countLine(rows: readonly Row[], wish: { channel: string; messages: number; separate: boolean }): InboundCount {
  const seen = new Set(rows.map(({ seq }) => seq));
  const [first] = rows;
  const isElsewhere = (row: Row) =>
    row.channel !== wish.channel ||
    (!wish.separate &&
      (row.conversation_id !== first!.conversation_id || row.customer_id !== first!.customer_id || row.thread_id !== first!.thread_id));
  return {
    messages: seen.size,
    lost: wish.messages - seen.size,
    doubled: rows.length - seen.size,
    outOfOrder: rows.filter((row, n) => n > 0 && row.seq < rows[n - 1]!.seq).length,
    misplaced: rows.filter(isElsewhere).length + (wish.separate ? rows.length - new Set(rows.map((row) => row.conversation_id)).size : 0),
  };
}
