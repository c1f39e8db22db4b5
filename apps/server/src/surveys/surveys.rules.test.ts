import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from './settings/defaults.rules.ts';
import { askAt, CHANGE_WITHIN_MS, isAskedAbout, isComment, mayAskAgain, ratingsOf, shownBy, standing } from './surveys.rules.ts';
import type { Carries, Choice } from './surveys.types.ts';
import { ratingChoices } from './surveys.words.ts';

const HOUR = 3_600_000;
const tokyo = 'Asia/Tokyo';
const weekdays = [{ from: '09:00', to: '18:00' }];
const office = {
  days: [weekdays, weekdays, weekdays, weekdays, weekdays, [], []],
  closedOnJapaneseHolidays: true,
  closedDates: [],
};

describe('when customers are asked', () => {
  test.each([
    ['agent', 'agent', true],
    ['agent', 'bot', false],
    ['bot', 'bot', true],
    ['both', 'bot', true],
  ] as const)('asked after %s, resolved by %s: %s', (after, by, expected) => {
    expect(isAskedAbout({ on: true, after }, by)).toBe(expected);
    expect(isAskedAbout({ on: false, after }, by)).toBe(false);
  });

  test('some minutes later; or when the desk opens next, if only then', () => {
    const friday = new Date('2026-11-20T08:55:00Z'); // 17:55 in Tokyo, before a weekend and a holiday on Monday
    expect(askAt({ minutes: 10, inHoursOnly: false }, friday, office, tokyo)).toEqual(new Date('2026-11-20T09:05:00Z'));
    expect(askAt({ minutes: 10, inHoursOnly: true }, friday, office, tokyo)).toEqual(new Date('2026-11-24T00:00:00Z'));
    expect(askAt({ minutes: 10, inHoursOnly: true }, friday, null, tokyo)).toEqual(new Date('2026-11-20T09:05:00Z'));
    expect(askAt({ minutes: 0, inHoursOnly: true }, friday, { ...office, days: Array(7).fill([]) }, tokyo)).toBeNull();
  });

  test('not again before the days are over', () => {
    const now = new Date('2026-11-24T03:00:00Z');
    expect(mayAskAgain(null, 7, now)).toBe(true);
    expect(mayAskAgain(new Date('2026-11-17T03:00:01Z'), 7, now)).toBe(false);
    expect(mayAskAgain(new Date('2026-11-17T03:00:00Z'), 7, now)).toBe(true);
    expect(mayAskAgain(now, 0, now)).toBe(true);
  });

  const line: Carries = { buttons: 13, links: false, replyWindowHours: null, inPublic: false };
  const now = new Date('2026-11-24T03:00:00Z');
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);
  test.each<[string, Partial<Carries>, Date | null, ReturnType<typeof shownBy>]>([
    ['LINE', {}, ago(900), 'buttons'],
    ['mail', { buttons: 0, links: true }, ago(1), 'links'],
    ['a text message', { buttons: 0 }, ago(1), 'link'],
    ['three buttons are too few for five ratings', { buttons: 3 }, ago(1), 'link'],
    ['WhatsApp within a day', { replyWindowHours: 24 }, ago(23), 'buttons'],
    ['WhatsApp after a day', { replyWindowHours: 24 }, ago(24), null],
    ['WhatsApp, never heard from', { replyWindowHours: 24 }, null, null],
    ['where everybody reads', { inPublic: true }, ago(1), null],
  ])('%s', (_name, carries, lastInboundAt, expected) => {
    expect(shownBy({ ...line, ...carries }, 'five', lastInboundAt, now)).toBe(expected);
  });
});

test('labels fit the narrowest buttons, in both languages', () => {
  for (const scale of ['five', 'two'] as const)
    for (const locale of ['ja', 'en']) {
      const labels = ratingChoices(scale, locale).map(({ label }) => label);
      expect(labels).toHaveLength(ratingsOf(scale).length);
      expect(new Set(labels).size).toBe(labels.length);
      for (const label of labels) expect(label.length, label).toBeLessThanOrEqual(20);
    }
});

test('one rating stands: the last within a day of the first, in whatever order and however often they become known', () => {
  const at = fc.integer({ min: 0, max: 3 * CHANGE_WITHIN_MS });
  const press = fc.record({ at, rating: fc.integer({ min: 1, max: 5 }) });
  const presses = fc.uniqueArray(press, { minLength: 1, maxLength: 20, selector: (one) => one.at });
  fc.assert(
    fc.property(presses, fc.infiniteStream(fc.nat()), (made, chance) => {
      const choices = made.map((one, index): Choice => ({ externalId: `p${index}`, rating: one.rating, at: new Date(one.at) }));
      const chances = choices.map(() => chance.next().value ?? 0);
      const heard = [...choices].sort((a, b) => chances[choices.indexOf(a)]! - chances[choices.indexOf(b)]!);
      const stands = standing(heard)!;
      const first = Math.min(...made.map((one) => one.at));
      const counting = made.filter((one) => one.at - first <= CHANGE_WITHIN_MS);
      const last = counting.reduce((latest, one) => (one.at > latest.at ? one : latest));
      expect([stands.at.getTime(), stands.rating]).toEqual([last.at, last.rating]);
      expect(standing([...heard, ...heard])).toEqual(stands);
    }),
  );
  expect(standing([])).toBeNull();
});

describe('what is the comment', () => {
  const rated_at = new Date('2026-11-24T03:00:00Z');
  const survey = { rating: 4, rated_at, asks_comment: true, comment: null, comment_declined_at: null };
  const after = (minutes: number) => new Date(rated_at.getTime() + minutes * 60_000);
  test.each<[string, string, Date, Partial<typeof survey> | { comment: string } | { comment_declined_at: Date }, boolean]>([
    ['said soon after', '早いお返事で助かりました', after(9), {}, true],
    ['said later', '早いお返事で助かりました', after(11), {}, false],
    ['said before', '早いお返事で助かりました', after(-1), {}, false],
    ['not asked for', '助かりました', after(1), { asks_comment: false }, false],
    ['given already', '助かりました', after(1), { comment: 'はい' }, false],
    ['declined', '助かりました', after(1), { comment_declined_at: after(0) }, false],
    ['a question', 'ところで返品はできますか？', after(1), {}, false],
    ['a question without its mark', '返品はできますか', after(1), {}, false],
    ['a question in English', 'Can I return it?', after(1), {}, false],
    ['thanks that end in か', 'さすがプロですね、と思いました', after(1), {}, true],
    ['nothing', '  ', after(1), {}, false],
  ])('%s: %s', (_name, text, at, change, expected) => {
    expect(isComment({ ...survey, ...change }, { text, at })).toBe(expected);
  });
});

test('nobody is asked until somebody says so', () => {
  expect(DEFAULT_SETTINGS).toMatchObject({ on: false, everyDays: 7, question: { ja: '今回の対応はいかがでしたか？' }, reopenOnLow: false });
});
