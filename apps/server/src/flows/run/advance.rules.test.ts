import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyPlan, known, plan, returns, text } from '../flows.testkit.ts';
import type { FlowAdvance, FlowInput } from '../flows.types.ts';
import { advance, MOST_SILENT_STEPS } from './advance.rules.ts';
import { collectedIn, firstState } from './runs.rules.ts';

const say = (words: string): FlowInput => ({ kind: 'text', text: words });
const press = (step: string, option: string): FlowInput => ({ kind: 'option', step, option });
const play = (drawn: typeof returns, inputs: FlowInput[], about = known): FlowAdvance =>
  inputs.reduce((at, input) => advance(drawn, at.state, input, about), advance(drawn, firstState('返品の相談'), { kind: 'begin' }, about));

describe('a customer who wants to return something', () => {
  test('is asked, answers, and comes to people with what was collected', () => {
    expect(play(returns, [])).toMatchObject({
      said: [{ step: 'what', text: 'どうなさいましたか?', options: [{ id: 'return', label: '返品したい' }, { id: 'other' }] }],
      next: { kind: 'wait' },
    });
    const order = play(returns, [press('what', 'return')]);
    expect(order.said.map(({ text: words }) => words)).toEqual(['注文番号を教えてください。']);
    const end = play(returns, [press('what', 'return'), say('ｈｓ-１２３'), say('割れていました')]);
    expect(end).toMatchObject({
      said: [{ text: 'hs-123について担当におつなぎします。' }],
      visited: ['hours', 'people'],
      next: { kind: 'hand_off', teamId: null },
      state: { answers: { order_no: 'hs-123', reason: '割れていました' }, chosen: { what: 'return' } },
    });
    expect(collectedIn(returns, end.state, 'ja')).toBe(
      'シナリオ「返品のご相談」でお伺いした内容\n・どうなさいましたか? → 返品したい\n・注文番号を教えてください。 (order_no) → hs-123\n・hs-123の理由をお聞かせください。 (reason) → 割れていました',
    );
  });

  test('goes another way while nobody is there', () => {
    const end = play(returns, [press('what', 'return'), say('HS-123'), say('割れた')], { ...known, open: false });
    expect(end).toMatchObject({ said: [{ step: 'later' }], next: { kind: 'end' } });
  });

  test('in English reads English where it is written, and Japanese where it is not', () => {
    const english = { ...known, locale: 'en' as const };
    expect(play(returns, [], english).said[0]).toMatchObject({
      text: 'What happened?',
      options: [{ label: 'Return it' }, { label: 'そのほか' }],
    });
  });

  test('may write an option instead of pressing it, in either language and any width', () => {
    for (const words of ['返品したい', ' RETURN IT ', 'ｒｅｔｕｒｎ it']) expect(play(returns, [say(words)]).state.step).toBe('order');
  });

  test('leaves the flow with any other words', () => {
    expect(play(returns, [say('送料はいくらですか')])).toMatchObject({ next: { kind: 'leave' }, said: [] });
  });

  test('is asked again twice, and the third time goes on without an answer', () => {
    const asked = [press('what', 'return'), say('わかりません')];
    expect(play(returns, asked).said[0]!.text).toContain('英数字とハイフン');
    expect(play(returns, [...asked, say('?')]).state).toMatchObject({ step: 'order', tries: 2 });
    const third = play(returns, [...asked, say('?'), say('')]);
    expect(third).toMatchObject({ state: { step: 'why', answers: {}, tries: 0 }, said: [{ text: 'の理由をお聞かせください。' }] });
  });

  test('who presses an old button is asked the same again, and nothing is lost', () => {
    const before = play(returns, [press('what', 'return')]);
    const after = advance(returns, before.state, press('what', 'other'), known);
    expect(after).toMatchObject({ state: before.state, said: before.said, next: { kind: 'wait' }, visited: [] });
    const unknown = advance(returns, play(returns, []).state, press('what', 'gone'), known);
    expect(unknown).toMatchObject({ said: [{ step: 'what' }], next: { kind: 'wait' } });
  });
});

describe('what a flow asks for from outside', () => {
  const drawn = plan([
    { id: 'ask', type: 'ask', text: text('番号'), field: 'no', kind: 'text', next: 'look' },
    {
      id: 'look',
      type: 'look_up',
      method: 'GET',
      url: 'https://shop.example/orders/{no}',
      body: '',
      keep: [{ field: 'status', path: 'status' }],
      identifiedOnly: false,
      next: 'tell',
      failed: 'search',
    },
    { id: 'tell', type: 'say', text: text('{no}は{status}です。'), next: null },
    { id: 'search', type: 'answer', question: 'no', next: 'sorry' },
    { id: 'sorry', type: 'say', text: text('わかりませんでした。'), next: null },
  ]);

  test('it stops there, and goes on with what came of it', () => {
    const at = play(drawn, [say('A-1')]);
    expect(at).toMatchObject({ next: { kind: 'look_up', step: { id: 'look' } }, state: { step: 'look' } });
    expect(advance(drawn, at.state, { kind: 'looked_up', fields: { status: '発送済み' } }, known)).toMatchObject({
      said: [{ text: 'A-1は発送済みです。' }],
      next: { kind: 'end' },
    });
    const failed = advance(drawn, at.state, { kind: 'looked_up', fields: null }, known);
    expect(failed.next).toEqual({ kind: 'find', question: 'A-1' });
    expect(advance(drawn, failed.state, { kind: 'nothing_found' }, known).said[0]!.text).toBe('わかりませんでした。');
  });
});

const input: fc.Arbitrary<FlowInput> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: fc.oneof(fc.constantFrom('yes', 'いいえ', '3', '', '昨日'), fc.string()) }),
  fc.record({
    kind: fc.constant('option' as const),
    step: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    option: fc.constantFrom('one', 'two', 'three'),
  }),
  fc.constantFrom<FlowInput>({ kind: 'looked_up', fields: null }, { kind: 'looked_up', fields: { y: '3' } }, { kind: 'nothing_found' }),
);

describe('any plan at all', () => {
  test('never goes further than so many silent steps at a time, and waits only where a customer can answer', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(input, { maxLength: 20 }), (drawn, inputs) => {
        let at = advance(drawn, firstState('q'), { kind: 'begin' }, known);
        for (const one of inputs) {
          expect(at.visited.length).toBeLessThanOrEqual(MOST_SILENT_STEPS);
          if (at.next.kind === 'wait') {
            expect(['ask', 'buttons']).toContain(drawn.steps.find(({ id }) => id === at.state.step)?.type);
          }
          if (at.next.kind === 'end' || at.next.kind === 'leave' || at.next.kind === 'hand_off') return;
          at = advance(drawn, at.state, one, known);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('no step holds a customer: whoever goes on writing the same is asked at most three times by each question', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom('まったく関係のない言葉', 'no idea'), (drawn, words) => {
        let at = advance(drawn, firstState('q'), { kind: 'begin' }, known);
        for (let turns = 0; at.next.kind === 'wait'; turns += 1) {
          const before = at.state;
          at = advance(drawn, at.state, say(words), known);
          const stayed = at.next.kind === 'wait' && at.visited.length === 0;
          if (stayed) expect(at.state.tries).toBe(before.tries + 1);
          expect(at.state.tries).toBeLessThan(3);
          // A round through questions is drawn by the company and left by asking for a person.
          if (turns > 30) return;
        }
      }),
    );
  });
});
