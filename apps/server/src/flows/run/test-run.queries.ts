import type { Ctx } from '../../platform/ctx.ts';
import type { CodeNeed, FlowResult } from '../flows.types.ts';
import type { LookUp } from '../look-up/look-up.queries.ts';
import { exampleFacts } from '../look-up/own-facts.rules.ts';
import { clockOf } from './runs.queries.ts';
import { playTest, type TestRun, type TestWish } from './test-run.rules.ts';

export type TestSources = {
  lookUp: LookUp;
  /** The title of the article that would be quoted; null when nothing is found. */
  titleFor: (ctx: Ctx, question: string) => Promise<string | null>;
};

/** So many look-ups and searches in one test; a run that needs more ends as if the last had failed. */
const MOST_ROUNDS = 30;

/** Plays a flow as a customer in the messenger would of whom nothing is known but, if so wished, their proved identity, at this moment. Other servers are really asked; orders and contracts are examples, nothing is kept, and a code is shown instead of sent. */
export async function testRun(ctx: Ctx, wish: TestWish, { lookUp, titleFor }: TestSources): Promise<TestRun> {
  const clock = await ctx.transaction((tx) => clockOf(ctx, tx, null));
  const has = wish.identified ? (['proved_identity'] as const) : [];
  const known = { ...clock, locale: wish.locale, channel: 'chat', has, codes: { email: true, phone: true }, proved: {} };
  const results = new Map<string, FlowResult>();
  const titles = new Map<string, string>();
  for (let rounds = 0; ; rounds += 1) {
    const played = playTest(wish, known, results, (question) => titles.get(question) ?? '');
    if ('run' in played) return played.run;
    const { need } = played;
    if (need.kind === 'send_code' || need.kind === 'check_code') results.set(need.key, playedCode(need));
    else if (need.kind === 'own_facts') results.set(need.key, { kind: 'look_up', fields: exampleFacts(need) });
    else if (need.kind === 'look_up') {
      const fields = rounds < MOST_ROUNDS ? await lookUp(need.request, need.keep) : null;
      results.set(need.key, { kind: 'look_up', fields });
    } else {
      const title = rounds < MOST_ROUNDS ? await titleFor(ctx, need.question) : null;
      if (title !== null) titles.set(need.question, title);
      results.set(need.key, { kind: 'find', found: title !== null });
    }
  }
}

/** The code of every test: shown instead of sent. */
const TEST_CODE = '123456';

const playedCode = (need: CodeNeed): FlowResult => {
  if (need.kind === 'send_code') return { kind: 'code_sent', outcome: 'sent', shown: TEST_CODE };
  return need.code === TEST_CODE ? { kind: 'code_checked', outcome: 'right' } : { kind: 'code_checked', outcome: 'wrong', left: 4 };
};
