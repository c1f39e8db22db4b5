import type { Choice } from '@madoguchi/contract/messages.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeTurn } from './bot.rules.ts';
import { type BotInput, type BotState, FIRST_STATE, type Found } from './bot.types.ts';

const article = (n: number) => `art_${String(n).padStart(26, '0')}`;
const candidates = [1, 2, 3, 4].map((n) => ({ articleId: article(n), title: `記事${n}`, score: 1 / n }));
const found = (decision: Found['decision']): Found => ({
  decision,
  confidence: 0.8,
  candidates: decision === 'handoff' ? [] : candidates,
  figures: null,
  because: 'sure',
});
const said = (text: string, decision: Found['decision'] = 'handoff'): BotInput => ({ kind: 'said', text, found: found(decision) });
const pressed = (choice: Choice): BotInput => ({ kind: 'pressed', choice });
const play = (...inputs: BotInput[]) =>
  inputs.reduce((turn, input) => takeTurn(turn.state, input), { state: FIRST_STATE } as ReturnType<typeof takeTurn>);

describe('a conversation with the bot', () => {
  test('a known question is answered by quoting, and yes resolves it', () => {
    expect(play(said('返品したいのですが', 'answer')).act).toEqual({ act: 'quote', articleId: article(1) });
    expect(play(said('返品したいのですが', 'answer'), pressed({ kind: 'solved' })).act.act).toBe('resolve');
    expect(play(said('返品したいのですが', 'answer'), said('ありがとうございました!')).act.act).toBe('resolve');
  });

  test('no leads on to what came next, then to a person', () => {
    const once = play(said('返品したい', 'answer'), pressed({ kind: 'not_solved' }));
    expect(once.act).toMatchObject({
      act: 'offer_choices',
      opening: 'other_ideas',
      candidates: [{ articleId: article(2) }, { articleId: article(3) }],
    });
    expect(once.unanswered).toBe(true);
    expect(takeTurn(once.state, pressed({ kind: 'none_of_these' })).act).toEqual({ act: 'hand_off', because: 'two_failures' });
  });

  test('unsure between a few: up to three to choose', () => {
    const turn = play(said('届かない', 'clarify'));
    expect(turn.act).toMatchObject({ act: 'offer_choices', opening: 'which' });
    expect(turn.act.act === 'offer_choices' && turn.act.candidates).toHaveLength(3);
    expect(takeTurn(turn.state, pressed({ kind: 'article', articleId: article(2) })).act).toEqual({ act: 'quote', articleId: article(2) });
  });

  test('not known: says so and offers a person; the second time a person takes over', () => {
    expect(play(said('社長の趣味は?')).act).toEqual({ act: 'offer_person', opening: 'not_found' });
    expect(play(said('社長の趣味は?'), said('好きな食べ物は?')).act).toEqual({ act: 'hand_off', because: 'two_failures' });
  });

  test('a greeting is greeted and counts as nothing', () => {
    expect(play(said('こんにちは')).act.act).toBe('greet');
    expect(play(said('こんにちは'), said('はじめまして'), said('社長の趣味は?')).act.act).toBe('offer_person');
  });

  test.each([
    '人と話したい',
    'オペレーターお願いします',
    '担当者に代わってください',
    '人間に繋いで',
    'human please',
    'I want to talk to a person',
    'agent',
  ])('「%s」 reaches a person at once', (text) => {
    expect(play(said(text, 'answer')).act).toEqual({ act: 'hand_off', because: 'asked_for_person' });
  });

  test.each(['いい加減にしてください', '最悪です。何回も同じことを言わせないで', 'This is ridiculous', '早くして!!!'])(
    '「%s」 is heard as anger',
    (text) => {
      expect(play(said(text, 'answer')).act).toEqual({ act: 'hand_off', because: 'angry' });
    },
  );
});

const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc.constant<Choice>({ kind: 'solved' }),
  fc.constant<Choice>({ kind: 'not_solved' }),
  fc.constant<Choice>({ kind: 'none_of_these' }),
  fc.integer({ min: 1, max: 4 }).map((n): Choice => ({ kind: 'article', articleId: article(n) })),
);
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('返品したい', 'はい', 'いいえ', 'こんにちは', '', 'ありがとう'));
const input: fc.Arbitrary<BotInput> = fc.oneof(
  fc.record({ kind: fc.constant('said' as const), text, found: fc.constantFrom(found('answer'), found('clarify'), found('handoff')) }),
  choice.map((one): BotInput => pressed(one)),
);
const state: fc.Arbitrary<BotState> = fc
  .array(input, { maxLength: 12 })
  .map((inputs) => inputs.reduce((now, one) => takeTurn(now, one).state, FIRST_STATE));

describe('a person is always two steps away', () => {
  test('from every state, the button is one step', () => {
    fc.assert(
      fc.property(state, (from) => {
        expect(takeTurn(from, pressed({ kind: 'person' })).act.act).toBe('hand_off');
      }),
    );
  });

  test('from every state, the words are one step, whatever retrieval thinks it knows', () => {
    fc.assert(
      fc.property(
        state,
        fc.constantFrom('人と話したい', 'オペレーター', '担当者', 'human', 'agent'),
        fc.constantFrom(found('answer'), found('clarify'), found('handoff')),
        (from, words, about) => {
          expect(takeTurn(from, { kind: 'said', text: words, found: about }).act.act).toBe('hand_off');
        },
      ),
    );
  });

  test('from every state, two failures in a row hand over', () => {
    const failing = fc.constantFrom(
      said('だれも知らないこと'),
      pressed({ kind: 'not_solved' }),
      pressed({ kind: 'none_of_these' }),
      said(''),
    );
    fc.assert(
      fc.property(state, failing, failing, (from, first, second) => {
        const once = takeTurn(from, first);
        expect(once.act.act === 'hand_off' || takeTurn(once.state, second).act.act === 'hand_off').toBe(true);
      }),
    );
  });

  test('every turn does something: no customer is left without a word', () => {
    fc.assert(
      fc.property(state, input, (from, one) => {
        expect(takeTurn(from, one).act.act).toBeTruthy();
      }),
    );
  });
});
