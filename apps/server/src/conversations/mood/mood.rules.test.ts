import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeMood, type MoodState, moodAfter } from './mood.rules.ts';

const said: [text: string, state: MoodState][] = [
  ['ふざけるな！！', 'angry'],
  ['いつまで待たせるんですか？？もう三回目です', 'angry'],
  ['対応がひどい。二度と買いません。', 'angry'],
  ['責任者を出してください', 'angry'],
  ['返金しろ。消費者センターに相談します', 'angry'],
  ['本当に最悪です', 'angry'],
  ['納得できません。', 'displeased'],
  ['何度も連絡しているのに困ります', 'angry'],
  ['このままでは困ります。', 'displeased'],
  ['とても残念です', 'displeased'],
  ['騙していませんか？', 'displeased'],
  ['怒っているわけではありませんが、確認をお願いします', 'none'],
  ['最悪の場合はキャンセルできますか', 'none'],
  ['もし詐欺だったら教えてください', 'none'],
  ['詐欺のメールが届きましたが御社からですか', 'none'],
  ['残念ではありません。大丈夫です', 'none'],
  ['ログインできず困っています', 'none'],
  ['迷惑ではありません', 'none'],
  ['「最悪です」と表示されました', 'none'],
  ['> 最悪です\n承知しました', 'none'],
  ['最初は不満でしたが、解決しました。ありがとうございました！', 'none'],
  ['This is UNACCEPTABLE!! Third time I ask', 'angry'],
  ['I am fed up with this', 'angry'],
  ['my lawyer will be in touch', 'angry'],
  ['Then we will sue', 'angry'],
  ['Regards, Sue', 'none'],
  ['Please write to sue.hate@worst.example, thanks to Sue', 'none'],
  ['I am still waiting for a reply', 'displeased'],
  ['Quite disappointed, to be honest', 'displeased'],
  ['not bad at all', 'none'],
  ['I was never disappointed', 'none'],
  ['Can I pay by card? THANKS', 'none'],
  ['in case of fraud, whom do I call', 'none'],
  ['It was annoying, but it is fixed now. Thank you so much!', 'none'],
];

test.each(said)('%s: %s', (text, state) => {
  const mood = judgeMood(text);
  expect(mood.state).toBe(state);
  // Whoever is said to be upset is said to be so by words that stand there.
  expect(mood.words.length > 0).toBe(state !== 'none');
});

test('words that say nothing of it are nobody’s anger, however they are shouted, repeated or spaced', () => {
  const words = [
    '注文',
    '配送',
    'ですか',
    '変更',
    'お願いします',
    '12345',
    '急須',
    'Hello',
    'ORDER',
    'please',
    'address',
    '!!!',
    '？？',
    '\n',
    ' ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (some) => {
      expect(judgeMood(some.join('')).state).toBe('none');
    }),
  );
  expect(judgeMood('')).toEqual({ state: 'none', words: [], soothed: false });
});

test('any text at all is judged, a very long one quickly, and the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(judgeMood(text)).toEqual(judgeMood(text));
    }),
  );
  const long = 'まだ届きません!'.repeat(20_000);
  const began = performance.now();
  judgeMood(long);
  expect(performance.now() - began).toBeLessThan(500);
});

test('a plain word leaves a mood as it was, thanks end it, anger replaces it', () => {
  expect(moodAfter('angry', judgeMood('注文番号は12345です'))).toBe('angry');
  expect(moodAfter('angry', judgeMood('助かりました。ありがとうございました'))).toBeNull();
  expect(moodAfter('displeased', judgeMood('ふざけるな'))).toBe('angry');
});
