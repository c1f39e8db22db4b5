import type { Condition, Conditions } from '@madoguchi/contract/automation-conditions.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, whyItHolds } from './conditions.rules.ts';
import { snapshot } from './conditions.testkit.ts';
import type { Snapshot } from './conditions.types.ts';

const tokyo = (time: string) => ({ at: new Date(`2026-${time}:00+09:00`) });

const cases: [says: string, condition: Condition, of: Partial<Snapshot>, expected: boolean][] = [
  ['one of several channels', { field: 'channel', is: true, of: ['email', 'chat'] }, {}, true],
  ['another channel', { field: 'channel', is: true, of: ['email'] }, {}, false],
  ['none of these channels', { field: 'channel', is: false, of: ['email'] }, {}, true],
  ['nobody has it', { field: 'assignee', is: true, of: ['none'] }, {}, true],
  ['somebody has it', { field: 'assignee', is: false, of: ['none'] }, { agentId: 'agt_1' }, true],
  ['a tag in another width and case', { field: 'tag', is: true, of: ['ｖｉｐ'] }, { tags: ['VIP'] }, true],
  ['none of the tags', { field: 'tag', is: false, of: ['返品', '返金'] }, { tags: ['返金'] }, false],
  ['no tag at all', { field: 'tag', is: false, of: ['返品'] }, {}, true],
  ['a queue, in none', { field: 'queue', is: true, of: ['que_1'] }, {}, false],
  ['a promise in danger', { field: 'due', is: true, of: ['warned', 'breached'] }, { due: 'warned' }, true],
  ['a segment', { field: 'segment', is: true, of: ['seg_1'] }, { segmentIds: ['seg_2', 'seg_1'] }, true],
  ['a word inside Japanese text', { field: 'text', is: true, of: ['返品'] }, {}, true],
  ['a word in half-width kana', { field: 'text', is: true, of: ['ﾃｨｰﾎﾟｯﾄ'] }, {}, true],
  ['a word in full-width letters', { field: 'subject', is: true, of: ['ＲＥＦＵＮＤ'] }, { subject: 'A refund, please' }, true],
  ['words that are not there', { field: 'subject', is: false, of: ['返金', '交換'] }, {}, true],
  ['part of the page', { field: 'page', is: true, of: ['/returns'] }, { page: 'https://shop.example/returns?o=1' }, true],
  [
    'an attribute by its value',
    { field: 'customer_attribute', is: true, name: 'rank', of: ['Gold'] },
    { customerAttributes: { Rank: 'gold' } },
    true,
  ],
  [
    'that there is an attribute',
    { field: 'customer_attribute', is: true, name: 'rank', of: [] },
    { customerAttributes: { rank: '' } },
    false,
  ],
  ['that there is none', { field: 'organization_attribute', is: false, name: 'plan', of: [] }, {}, true],
  [
    'a field of the conversation',
    { field: 'conversation_field', is: true, name: 'reason', of: ['破損'] },
    { fields: { reason: '破損' } },
    true,
  ],
  ['a number of messages, both ends', { field: 'messages', is: true, from: 3, to: 5 }, { messages: 5 }, true],
  ['too many messages', { field: 'messages', is: true, from: 3, to: 5 }, { messages: 6 }, false],
  ['waits half an hour', { field: 'waiting_minutes', is: true, from: 30, to: null }, {}, true],
  ['waits for nothing', { field: 'waiting_minutes', is: true, from: 0, to: null }, { waitingSince: null }, false],
  ['a low score', { field: 'survey_score', is: true, from: null, to: 2 }, { score: 1 }, true],
  ['a score where none was given', { field: 'survey_score', is: true, from: null, to: 2 }, {}, false],
  ['a VIP by tag', { field: 'vip', is: true }, { customerTags: ['ＶＩＰ'] }, true],
  ['a VIP by attribute', { field: 'vip', is: true }, { customerAttributes: { vip: 'yes' } }, true],
  ['no VIP by attribute', { field: 'vip', is: true }, { customerAttributes: { vip: 'no' } }, false],
  ['in business hours', { field: 'in_hours', is: true }, {}, true],
  ['a minute before closing', { field: 'in_hours', is: true }, tokyo('11-24T17:59'), true],
  ['at closing', { field: 'in_hours', is: false }, tokyo('11-24T18:00'), true],
  ['a holiday on a weekday', { field: 'in_hours', is: true }, tokyo('11-23T12:00'), false],
  ['a holiday', { field: 'holiday', is: true }, tokyo('11-23T12:00'), true],
  ['a Saturday is no holiday', { field: 'holiday', is: true }, tokyo('11-28T12:00'), false],
  ['Tuesday', { field: 'weekday', is: true, of: [1] }, {}, true],
  ['Tuesday still, by the clock of Tokyo', { field: 'weekday', is: true, of: [1] }, { at: new Date('2026-11-23T15:00:00.000Z') }, true],
  ['at noon', { field: 'time', is: true, from: '12:00', to: '13:00' }, {}, true],
  ['the end is not part of it', { field: 'time', is: true, from: '11:00', to: '12:00' }, {}, false],
  ['over midnight, before', { field: 'time', is: true, from: '22:00', to: '06:00' }, tokyo('11-24T23:30'), true],
  ['over midnight, after', { field: 'time', is: true, from: '22:00', to: '06:00' }, tokyo('11-25T05:59'), true],
];

describe('a condition', () => {
  test.each(cases)('%s', (_says, condition, of, expected) => {
    expect(holds(condition, snapshot(of))).toBe(expected);
    expect(holds({ ...condition, is: !condition.is } as Condition, snapshot(of))).toBe(!expected);
  });
});

const someCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom('channel' as const, 'status' as const, 'assignee' as const, 'tag' as const, 'due' as const),
    is: fc.boolean(),
    of: fc.uniqueArray(fc.constantFrom('chat', 'email', 'open', 'none', '返品', 'breached'), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    field: fc.constantFrom('subject' as const, 'text' as const),
    is: fc.boolean(),
    of: fc.constantFrom<string[]>(['返品'], ['交換', '返品'], ['x']),
  }),
  fc.record({
    field: fc.constantFrom('messages' as const, 'waiting_minutes' as const, 'survey_score' as const),
    is: fc.boolean(),
    from: fc.option(fc.nat(40)),
    to: fc.option(fc.nat(40)),
  }),
  fc.record({ field: fc.constantFrom('vip' as const, 'in_hours' as const, 'holiday' as const, 'bot' as const), is: fc.boolean() }),
  fc.record({ field: fc.constant('weekday' as const), is: fc.boolean(), of: fc.uniqueArray(fc.nat(6), { minLength: 1 }) }),
  fc.record({
    field: fc.constant('time' as const),
    is: fc.boolean(),
    from: fc.constantFrom('08:00', '12:00'),
    to: fc.constantFrom('12:30', '06:00'),
  }),
);
const someGroups: fc.Arbitrary<Conditions> = fc.array(fc.record({ any: fc.array(someCondition, { minLength: 1, maxLength: 3 }) }), {
  maxLength: 3,
});
const someSnapshot = fc
  .record({
    channel: fc.constantFrom('chat', 'email'),
    status: fc.constantFrom('open', 'waiting'),
    tags: fc.subarray(['返品', 'VIP']),
    customerTags: fc.subarray(['VIP']),
    messages: fc.nat(40),
    score: fc.option(fc.integer({ min: 1, max: 5 })),
    waitingSince: fc.option(fc.constant(new Date('2026-11-20T00:00:00.000Z'))),
    at: fc.date({ min: new Date('2026-11-20'), max: new Date('2026-12-01'), noInvalidDate: true }),
    bot: fc.boolean(),
  })
  .map(snapshot);

const opposite = (condition: Condition): Condition => ({ ...condition, is: !condition.is });
/** not (A and B) is (not A) or (not B): each way to take one condition out of every opposite group must have one that holds. */
const oppositeOf = (groups: Conditions): Conditions =>
  groups.reduce<Conditions>(
    (sofar, { any }) => sofar.flatMap((group) => any.map((one) => ({ any: [...group.any, opposite(one)] }))),
    [{ any: [] }],
  );

describe('groups of conditions', () => {
  test('none: always', () => {
    fc.assert(
      fc.property(someSnapshot, (one) => {
        expect(whyItHolds([], one)).toEqual([]);
      }),
    );
  });

  test('and their opposite never hold at once, and never neither', () => {
    fc.assert(
      fc.property(someGroups, someSnapshot, (groups, one) => {
        if (groups.length === 0) return;
        expect(whyItHolds(oppositeOf(groups), one) === null).toBe(whyItHolds(groups, one) !== null);
      }),
      { numRuns: 500 },
    );
  });

  test('say of each group the one that held', () => {
    fc.assert(
      fc.property(someGroups, someSnapshot, (groups, one) => {
        const why = whyItHolds(groups, one);
        expect(why === null).toBe(groups.some(({ any }) => !any.some((condition) => holds(condition, one))));
        if (why === null) return;
        expect(why).toHaveLength(groups.length);
        for (const [index, { condition }] of why.entries()) {
          expect(groups[index]!.any).toContain(condition);
          expect(holds(condition, one)).toBe(true);
        }
      }),
    );
  });

  test('tell what of the conversation made them hold', () => {
    const groups: Conditions = [
      { any: [{ field: 'text', is: true, of: ['交換', '返品'] }] },
      {
        any: [
          { field: 'vip', is: true },
          { field: 'messages', is: true, from: 2, to: null },
        ],
      },
      { any: [{ field: 'priority', is: false, of: ['urgent'] }] },
    ];
    const why = whyItHolds(groups, snapshot({ messages: 4 }));
    expect(why?.map(({ value }) => value)).toEqual(['返品', '4', 'normal']);
  });
});
