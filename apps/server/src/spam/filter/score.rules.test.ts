import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hamMails } from '../../../../../fixtures/spam/ham.ts';
import { spamMails } from '../../../../../fixtures/spam/spam.ts';
import type { Class, Corpus } from '../spam.types.ts';
import { type Lesson, measure } from './measure.rules.ts';
import { emptyCorpus, judge, learn, unlearn } from './score.rules.ts';
import { tokensOf } from './tokens.rules.ts';

const lessonsOf = (mails: typeof spamMails, is: Class): Lesson[] =>
  mails.map(([subject, text]) => ({ class: is, tokens: tokensOf({ subject, text, mail: null }) }));
const lessons = [...lessonsOf(spamMails, 'spam'), ...lessonsOf(hamMails, 'ham')];
const taught = (from: readonly Lesson[]): Corpus => {
  const corpus = emptyCorpus();
  for (const lesson of from) learn(corpus, lesson.class, lesson.tokens);
  return corpus;
};

const token = fc.constantFrom('無料', '登録', '注文', '届き', 'bitcoin', 'order', '#money', 'prize', '返品');
const someLesson = fc.record({
  class: fc.constantFrom<Class>('spam', 'ham'),
  tokens: fc.uniqueArray(token, { maxLength: 6 }),
});
const someLessons = fc.array(someLesson, { maxLength: 12 });

describe('what it learned', () => {
  test('is unlearned to the letter', () => {
    fc.assert(
      fc.property(someLessons, someLesson, (before, lesson) => {
        const corpus = taught(before);
        learn(corpus, lesson.class, lesson.tokens);
        unlearn(corpus, lesson.class, lesson.tokens);
        expect(corpus).toEqual(taught(before));
      }),
    );
  });

  test('and what it says of a mail, does not depend on the order', () => {
    fc.assert(
      fc.property(someLessons, fc.array(token), fc.integer({ min: 0, max: 11 }), (all, tokens, turn) => {
        const turned = [...all.slice(turn), ...all.slice(0, turn)].reverse();
        expect(judge(taught(turned), [...tokens].reverse())).toEqual(judge(taught(all), tokens));
      }),
    );
  });

  test('gives a score between 0 and 1, and one half where it knows nothing', () => {
    fc.assert(
      fc.property(someLessons, fc.array(fc.string()), fc.array(token), (all, strange, known) => {
        const { score } = judge(taught(all), [...strange, ...known]);
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
    expect(judge(taught(lessons), ['nobody-ever-wrote-this']).score).toBe(0.5);
    expect(judge(emptyCorpus(), tokensOf({ subject: '無料', text: '今すぐ登録', mail: null })).score).toBe(0.5);
  });

  test('hundreds of words that agree are as sure as can be, and no number that is none', () => {
    const many = Array.from({ length: 300 }, (_one, n) => `word${n}`);
    const corpus = taught(Array.from({ length: 400 }, (_one, n) => ({ class: n % 2 ? 'spam' : 'ham', tokens: n % 2 ? many : ['other'] })));
    expect(judge(corpus, many).score).toBeCloseTo(1, 6);
    expect(judge(corpus, ['other']).score).toBeLessThan(0.5);
  });
});

describe('on mails of the shop, each judged without itself', () => {
  test('it takes two thirds of the spam, and none of what customers write', () => {
    const measured = measure(taught(lessons), lessons)!;
    expect(measured).toMatchObject({ spam: spamMails.length, ham: hamMails.length, wrong: 0 });
    expect(measured.caught / measured.spam).toBeGreaterThan(0.6);
  });

  test('the links of the spam are not all that it goes by', () => {
    const bare = lessons.map((lesson) => ({ ...lesson, tokens: lesson.tokens.filter((one) => !one.startsWith('#')) }));
    const measured = measure(taught(bare), bare)!;
    expect(measured.wrong).toBe(0);
    expect(measured.caught / measured.spam).toBeGreaterThan(0.4);
  });

  test('half of them are enough to do no harm: what it cannot tell apart yet raises the score from which it acts', () => {
    const half = lessons.filter((_lesson, n) => n % 2 === 0);
    const measured = measure(taught(half), half)!;
    expect(measured).toMatchObject({ spam: 22, ham: 22, wrong: 0 });
    expect(measured.threshold).toBeGreaterThan(0.99);
    // One who writes like spam and is none: nothing is safe any more, so it does nothing.
    const confused = [...lessons, ...lessonsOf(spamMails.slice(0, 3), 'ham'), ...lessonsOf(spamMails.slice(0, 3), 'ham')];
    expect(measure(taught(confused), confused)).toMatchObject({ wrong: 0 });
  });

  test('knowing too few of either, it measures nothing', () => {
    const few = [...lessons.slice(0, 19), ...lessonsOf(hamMails, 'ham')];
    expect(measure(taught(few), few)).toBeNull();
  });

  test('it says what spoke for spam', () => {
    const { forSpam } = judge(taught(lessons), tokensOf({ subject: '今すぐ無料登録', text: '誰でも簡単に稼げる', mail: null }));
    expect(forSpam).toEqual(expect.arrayContaining(['無料', '登録', '今す', '稼げ']));
  });
});

test('a long mail costs at most 5 ms of the processor', () => {
  const corpus = taught(lessons);
  const text = [...spamMails, ...hamMails].map(([subject, body]) => `${subject}\n${body}`).join('\n');
  const suspect = { subject: '長いメール', text, mail: null };
  for (let warm = 0; warm < 20; warm += 1) judge(corpus, tokensOf(suspect));
  const before = process.cpuUsage();
  for (let n = 0; n < 50; n += 1) judge(corpus, tokensOf(suspect));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000 / 50).toBeLessThan(5);
});
