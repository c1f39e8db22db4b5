import { setTimeout as wait } from 'node:timers/promises';
import type { House } from './house.ts';
import { answerMarkOf, MARK_IN_SQL } from './marks.ts';
import type { SoakServer } from './server.ts';

const EVERY = 5;
const LOOK_MS = 1000;

type Found = { id: string; line: string; seq: number; conversation_id: string };

/**
 * An agent who answers every fifth message of everybody: those of one conversation one after the other, and each until it was taken, under
 * the same key. @returns how many answers were given, once `over` says that nothing more comes
 */
export async function answerNowAndThen(server: SoakServer, house: House, { over }: { over: () => boolean }): Promise<number> {
  const answered = new Set<string>();
  // Ids grow with time: what was there two looks ago need not be looked through again, but for the last time.
  let [before, latest] = ['', ''];
  for (let isLast = false; ; isLast = over()) {
    const found = await server.query<Found>(
      `select id, m[1] as line, m[2]::int as seq, conversation_id from (
         select id, regexp_match(text, $1) as m, conversation_id from messages where author_kind = 'customer' and id > $2) found
       order by id`,
      [MARK_IN_SQL, isLast ? '' : before],
    );
    [before, latest] = [latest, found.at(-1)?.id ?? latest];
    const due = found.filter(({ line, seq }) => seq % EVERY === 0 && !answered.has(`${line}/${seq}`));
    await Promise.all([...Map.groupBy(due, ({ line }) => line).values()].map(answerAll));
    if (isLast && due.length === 0) return answered.size;
    await wait(LOOK_MS);
  }

  async function answerAll(ones: readonly Found[]): Promise<void> {
    for (const { line, seq, conversation_id } of ones) {
      const text = `交換の品をお送りします ${answerMarkOf(line, seq)}`;
      while (!(await house.answer(conversation_id, text, `soak-${line}-${seq}`))) await wait(300);
      answered.add(`${line}/${seq}`);
    }
  }
}
