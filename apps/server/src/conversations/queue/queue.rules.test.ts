import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EndedWait, expectedMinutes, isInQueue, type Pace, paceOf, placesIn, queueAt, toldWait } from './queue.rules.ts';

const now = new Date('2026-11-24T04:30:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('who waits', () => {
  const handed = {
    handled_by: 'human',
    status: 'open',
    merged_into: null,
    waiting_since: now,
    agent_acted_at: null,
    assignee_agent_id: null,
    turn: 'new',
  };
  test.each([
    ['handed over and nobody has come', {}, true],
    ['given to an agent who has not answered', { assignee_agent_id: 'agt_1' }, true],
    ['taken or answered by an agent', { assignee_agent_id: 'agt_1', agent_acted_at: now }, false],
    ['let go of again', { agent_acted_at: now }, true],
    ['still with the bot', { handled_by: 'bot' }, false],
    ['answered: it is the customer’s turn', { status: 'waiting', waiting_since: null }, false],
    ['resolved', { status: 'resolved' }, false],
    ['spam', { turn: 'spam' }, false],
    ['merged into another', { merged_into: 'cnv_2' }, false],
  ])('%s', (_story, change, waits) => {
    expect(isInQueue({ ...handed, ...change })).toBe(waits);
  });
});

describe('places', () => {
  const line = [
    { id: 'a', teamId: null },
    { id: 'b', teamId: 'returns' },
    { id: 'c', teamId: null },
    { id: 'd', teamId: 'returns' },
  ];

  test('who waits for a team stands in its line, who waits for anybody behind all', () => {
    expect([...placesIn(line)]).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
      ['d', 2],
    ]);
  });

  const anyLine = fc
    .array(fc.constantFrom(null, 'returns', 'tea'), { maxLength: 40 })
    .map((teams) => teams.map((teamId, index) => ({ id: `cnv-${index}`, teamId })));

  test('a place is between 1 and the number who wait; nobody moves back when somebody leaves or joins', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(), fc.constantFrom(null, 'returns', 'tea'), (waiting, who, teamId) => {
        const before = placesIn(waiting);
        for (const place of before.values()) expect(place >= 1 && place <= waiting.length).toBe(true);
        const left = placesIn(waiting.filter((_one, index) => index !== who % Math.max(1, waiting.length)));
        for (const [id, place] of left) expect(place).toBeLessThanOrEqual(before.get(id)!);
        const joined = placesIn([...waiting, { id: 'new', teamId }]);
        for (const [id, place] of before) expect(joined.get(id)).toBe(place);
        const same = waiting.filter((one) => teamId === null || one.teamId === teamId);
        expect(joined.get('new')).toBe(same.length + 1);
      }),
    );
  });
});

describe('the pace', () => {
  const lately = (...minutes: number[]): EndedWait[] =>
    minutes.map((one, index) => ({ daysAgo: 0, at: minutesAgo(index * 10), minutes: one }));
  const before = (...minutes: number[]): EndedWait[] => minutes.map((one) => ({ daysAgo: 3, at: minutesAgo(4320), minutes: one }));

  test.each<[string, EndedWait[], Pace]>([
    ['nothing to go by: what the company says of itself', [], { median: 10, perMinute: null }],
    ['four waits say nothing', lately(1, 1, 1, 1), { median: 10, perMinute: null }],
    ['the last hours, where they say enough', [...lately(2, 9, 4, 3, 30), ...before(60, 60, 60)], { median: 4, perMinute: 5 / 40 }],
    [
      'the same hours of the days before, with the few of today',
      [...lately(2, 3), ...before(6, 8, 7, 9)],
      { median: 6.5, perMinute: null },
    ],
  ])('%s', (_story, ended, pace) => {
    expect(paceOf(ended, now, 10)).toEqual(pace);
  });
});

describe('the expected wait', () => {
  test.each([
    ['one person, one after the other', 3, { median: 4, perMinute: null }, 12],
    ['several people at work: as fast as waits end', 10, { median: 5, perMinute: 1 }, 10],
    ['a quiet shop, where few ask, is not a slow one', 2, { median: 2, perMinute: 5 / 240 }, 4],
    ['never less than a usual wait', 1, { median: 5, perMinute: 20 }, 5],
  ])('%s', (_story, place, pace, minutes) => {
    expect(expectedMinutes(place, pace)).toBe(minutes);
  });

  test.each([
    [0.2, 2, 2],
    [3, 3, 3],
    [4.1, 5, 5],
    [7, 10, 10],
    [12, 10, 15],
    [19, 15, 20],
    [30, 20, 30],
    [31, 30, null],
    [6000, 30, null],
  ])('%d minutes are told as %d to %s', (minutes, from, to) => {
    expect(toldWait(minutes)).toEqual({ from, to });
  });

  test('after hours there is a place, and no telling how long', () => {
    expect(queueAt(2, null)).toEqual({ place: 2, waitMinutes: null });
  });

  test('further back never waits less, however fast people are; what is told never promises less than expected', () => {
    const pace = fc.record({
      median: fc.double({ min: 0, max: 500, noNaN: true }),
      perMinute: fc.option(fc.double({ min: 0.001, max: 50, noNaN: true })),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), pace, (place, how) => {
        const [here, behind] = [expectedMinutes(place, how), expectedMinutes(place + 1, how)];
        expect(here).toBeGreaterThanOrEqual(0);
        expect(behind).toBeGreaterThanOrEqual(here);
        expect(toldWait(behind).from).toBeGreaterThanOrEqual(toldWait(here).from);
        expect(toldWait(here).to ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(here);
      }),
    );
  });
});
