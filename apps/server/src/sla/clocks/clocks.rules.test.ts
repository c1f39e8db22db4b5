import { describe, expect, test } from 'vitest';
import { workspace } from '../../../../../fixtures/workspace.ts';
import { BEGINNING } from '../standing/standing.rules.ts';
import type { Standing } from '../standing/standing.types.ts';
import { type Outlook, outlookOf, owedBy } from './clocks.rules.ts';

const calendar = { hours: workspace.businessHours, timezone: 'Asia/Tokyo' };
const at = (text: string) => Date.parse(`2026-11-${text}+09:00`);
const text = (time: number | null) => time && new Date(time + 9 * 3_600_000).toISOString().slice(8, 16);
const stood = (change: Partial<Standing>): Standing => ({ ...BEGINNING, ...change });
const hour = { minutes: 60, time: 'business' as const, warnAt: 75 };

function look(standing: Standing, promise: string, now: number, wish = hour): Outlook | undefined {
  const owed = owedBy(standing, { botAnswers: false }).find((one) => one.promise === promise);
  return owed && outlookOf(owed, wish, calendar, now);
}

/** A mail of Friday 17:50 before a weekend. */
const friday = at('27T17:50');
const mail = stood({ opened: friday, handedOff: friday, ours: [{ from: friday, to: null }] });

describe('an hour for the first answer', () => {
  test('of Friday 17:50 is due on Monday at 10:50, and in danger from 10:35', () => {
    const found = look(mail, 'first_response', friday)!;
    expect([text(found.due), text(found.warn)]).toEqual(['30T10:50', '30T10:35']);
    expect(found).toMatchObject({ paused: false, met: null, broken: false });
  });
  test.each([
    ['a minute before', '30T10:49', false],
    ['on the minute', '30T10:50', true],
    ['later', '30T12:00', true],
  ])('is broken on the minute: %s', (_when, now, broken) => {
    expect(look(mail, 'first_response', at(now))?.broken).toBe(broken);
  });
  test('by the wall clock is due at night', () => {
    expect(text(look(mail, 'first_response', friday, { ...hour, time: 'calendar' as never })!.due)).toBe('27T18:50');
  });
  test('is kept by an answer at the very instant, and broken by one after', () => {
    for (const [answered, broken] of [
      ['30T10:50', false],
      ['30T10:51', true],
    ] as const) {
      const done = { ...mail, answered: at(answered) };
      expect(look(done, 'first_response', at('30T18:00'))).toMatchObject({ met: at(answered), broken });
    }
  });
  test('stands still while we wait for the customer, and goes on with what was left', () => {
    const waiting = { ...mail, status: 'waiting' as const, ours: [{ from: friday, to: at('30T10:20') }] };
    expect(look(waiting, 'first_response', at('30T18:00'))).toMatchObject({ due: null, paused: true, broken: false });
    const again = { ...waiting, ours: [...waiting.ours, { from: at('30T16:00'), to: null }] };
    expect(text(look(again, 'first_response', at('30T16:00'))!.due)).toBe('30T16:30');
  });
  test('broken before it stood still stays broken', () => {
    const waiting = { ...mail, ours: [{ from: friday, to: at('30T11:00') }] };
    expect(look(waiting, 'first_response', at('30T11:00'))).toMatchObject({ broken: true, paused: true });
  });
  test('is nobody’s any more when it was resolved without an answer', () => {
    expect(look({ ...mail, released: at('30T10:00') }, 'first_response', at('30T18:00'))).toMatchObject({
      ended: true,
      met: null,
      broken: false,
    });
  });
});

describe('the bot', () => {
  const withBot = stood({ opened: friday, botAnswered: friday + 1000, ours: [{ from: friday, to: null }] });
  test('answers first only where the policy says so', () => {
    expect(owedBy(withBot, { botAnswers: false })).toEqual([]);
    expect(owedBy(withBot, { botAnswers: true })).toMatchObject([{ promise: 'first_response', end: { kept: true, at: friday + 1000 } }]);
  });
  test('gives people the time from its hand-off', () => {
    const handed = { ...withBot, handedOff: at('30T11:00') };
    expect(text(look(handed, 'first_response', at('30T11:00'))!.due)).toBe('30T12:00');
    expect(text(look(handed, 'resolution', at('30T11:00'), { ...hour, minutes: 420 })!.due)).toBe('01T11:00');
  });
});

test('a solution that is taken back goes on with what was left of its time', () => {
  const solved = { ...mail, answered: friday, resolved: at('30T10:20'), ours: [{ from: friday, to: at('30T10:20') }] };
  expect(look(solved, 'resolution', at('30T18:00'))).toMatchObject({ met: at('30T10:20'), broken: false });
  const again = { ...solved, resolved: null, ours: [...solved.ours, { from: at('30T13:00'), to: null }] };
  expect(look(again, 'resolution', at('30T13:00'))).toMatchObject({ met: null, due: at('30T13:30') });
});

test('a calendar that never opens makes nothing due', () => {
  const [first] = owedBy(mail, { botAnswers: false });
  const never = { hours: { ...workspace.businessHours, days: [[], [], [], [], [], [], []] }, timezone: 'Asia/Tokyo' };
  expect(outlookOf(first!, hour, never, at('30T18:00'))).toMatchObject({ due: null, warn: null, broken: false, paused: false });
});
