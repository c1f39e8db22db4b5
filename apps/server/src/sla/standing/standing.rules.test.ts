import { describe, expect, test } from 'vitest';
import { BEGINNING, fold, withoutOldAsks } from './standing.rules.ts';
import type { Standing } from './standing.types.ts';

/** Facts at minutes of an hour: ['10 conversation.opened', { handledBy: 'human' }]. */
type Line = [string, object?];
const after = (...lines: Line[]): Standing =>
  lines.reduce((standing, [line, data = {}]) => {
    const [at, name] = line.split(' ') as [string, string];
    return fold(standing, { name, at: new Date(Number(at)), data });
  }, BEGINNING);

const opened: Line = ['0 conversation.opened', { handledBy: 'human' }];
const asked = (at: number): Line => [`${at} message.received`, { handledBy: 'human' }];
const agent = (at: number): Line => [`${at} message.sent`, { by: 'agent' }];
const bot = (at: number): Line => [`${at} message.sent`, { by: 'bot' }];

describe('the first answer', () => {
  test.each<[string, Line[], Partial<Standing>]>([
    ['is a person’s', [opened, asked(0), agent(7)], { handedOff: 0, answered: 7, released: null }],
    [
      'is not the bot’s',
      [['0 conversation.opened', { handledBy: 'bot' }], asked(0), bot(1)],
      { answered: null, botAnswered: 1, handedOff: null },
    ],
    ['is no acknowledgement', [opened, asked(0), ['1 message.sent', { by: 'system' }]], { answered: null, botAnswered: null }],
    [
      'is owed from the hand-off',
      [['0 conversation.opened', { handledBy: 'bot' }], bot(1), ['5 conversation.handed_off']],
      { handedOff: 5 },
    ],
    ['stays what it was when more are sent', [opened, agent(7), agent(9)], { answered: 7 }],
    [
      'stays what it was after a reopening',
      [opened, agent(7), ['8 conversation.resolved'], asked(20), ['20 conversation.reopened'], agent(30)],
      { answered: 7 },
    ],
    [
      'is owed no more once the matter was resolved without',
      [opened, ['8 conversation.resolved'], asked(20), agent(30)],
      { answered: null, released: 8 },
    ],
  ])('%s', (_story, lines, standing) => {
    expect(after(...lines)).toMatchObject(standing);
  });
});

describe('the next answer', () => {
  test('is owed for the first of several messages', () => {
    expect(after(opened, agent(5), asked(10), asked(12), agent(20)).asks).toEqual([{ from: 10, answered: 20, released: null }]);
  });
  test('is one each time', () => {
    const { asks } = after(opened, agent(5), asked(10), agent(20), asked(30), agent(40));
    expect(asks.map(({ from, answered }) => [from, answered])).toEqual([
      [10, 20],
      [30, 40],
    ]);
  });
  test('of a reopened conversation is one too, also when there never was a first', () => {
    expect(after(opened, ['8 conversation.resolved'], asked(20)).asks).toEqual([{ from: 20, answered: null, released: null }]);
  });
  test('is owed no more when it is resolved without', () => {
    expect(after(opened, agent(5), asked(10), ['15 conversation.resolved']).asks).toEqual([{ from: 10, answered: null, released: 15 }]);
  });
  test('asks that are over are let go, and still counted', () => {
    const standing = withoutOldAsks(after(opened, agent(5), asked(10), agent(20), asked(30)));
    expect([standing.asksBefore, standing.asks]).toEqual([1, [{ from: 30, answered: null, released: null }]]);
    expect(withoutOldAsks(standing)).toEqual(standing);
  });
});

describe('whose turn it is', () => {
  test('stops with waiting and with the resolution, goes on with the customer or a reopening', () => {
    const { ours, resolved } = after(
      opened,
      ['5 conversation.awaits_customer'],
      asked(10),
      ['15 conversation.resolved'],
      ['15 conversation.resolved'],
      ['20 conversation.reopened'],
      ['30 conversation.closed'],
    );
    expect(ours).toEqual([
      { from: 0, to: 5 },
      { from: 10, to: 15 },
      { from: 20, to: 30 },
    ]);
    expect(resolved).toBe(30);
  });
  test('a clock that was set back makes no stretch run backwards', () => {
    expect(after(opened, ['5 conversation.awaits_customer'], asked(3), ['2 conversation.resolved']).ours).toEqual([
      { from: 0, to: 5 },
      { from: 5, to: 5 },
    ]);
  });
  test('what says nothing new leaves the very same standing', () => {
    const standing = after(opened, asked(1));
    for (const [line, data] of [asked(2), ['3 conversation.tagged', { tags: [] }], ['3 conversation.reopened'], opened] as Line[])
      expect(fold(standing, { name: line.split(' ')[1]!, at: new Date(9), data })).toBe(standing);
  });
});
