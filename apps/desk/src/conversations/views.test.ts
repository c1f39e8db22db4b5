import { describe, expect, test } from 'vitest';
import { suzuki, takahashi } from '../../../../fixtures/agents.ts';
import { agentId, conversation } from '../../test/build.ts';
import { countLabel, isInView, views } from './views.ts';

const me = agentId(suzuki);
const held = (by: typeof suzuki) => ({ agent: { id: agentId(by), name: by.name }, team: null });
const [soon, late] = [30, 3600].map((seconds) => new Date(Date.now() + seconds * 1000).toISOString()) as [string, string];
const viewsOf = (over: Parameters<typeof conversation>[0]) =>
  views.map(({ name }) => name).filter((name) => isInView(name, conversation(over), me));

describe('in which views a conversation stands', () => {
  test.each([
    ['nobody has acted yet', {}, ['new', 'all']],
    ['the bot has it', { handledBy: 'bot' as const }, ['all', 'bot']],
    ['a colleague works on it', { agentActed: true, assignee: held(takahashi) }, ['all']],
    ['I work on it', { agentActed: true, assignee: held(suzuki) }, ['mine', 'all']],
    ['given to me, not begun', { assignee: held(suzuki) }, ['new', 'mine', 'all']],
    ['I wait for the customer', { status: 'waiting' as const, agentActed: true, assignee: held(suzuki) }, ['all', 'waiting']],
    ['the bot solved it', { status: 'resolved' as const, handledBy: 'bot' as const }, ['all', 'resolved']],
    ['promised for the next minute', { due: { at: soon, warnAt: soon, promise: 'first_response' as const } }, ['new', 'due', 'all']],
    ['promised for much later', { due: { at: late, warnAt: late, promise: 'resolution' as const } }, ['new', 'all']],
    [
      'spam, whoever had it',
      { spam: { by: 'filter' as const, at: soon, score: 0.99, words: [], signs: [], block: null }, agentActed: true },
      ['spam'],
    ],
    ['merged into another one', { mergedInto: 'cnv_other', assignee: held(suzuki) }, []],
    ['snoozed', { snoozed: { at: soon, until: late }, assignee: held(suzuki) }, ['all', 'snoozed']],
    ['closed for good', { status: 'closed' as const, assignee: held(suzuki) }, ['all', 'resolved']],
  ])('%s', (_story, over, expected) => {
    expect(viewsOf(over)).toEqual(expected);
  });
});

test('a badge never shows a number that nobody counted, and none for nothing', () => {
  const counts = {
    new: 12,
    mine: 0,
    due: 3,
    approval: 0,
    all: 1000,
    bot: 999,
    waiting: 1,
    resolved: 1000,
    following: 4,
    snoozed: 0,
    spam: 2,
  };
  expect(views.map(({ name }) => countLabel(counts, name))).toEqual(['12', '', '3', '', '999+', '999', '1', '999+', '4', '', '2']);
  expect(countLabel(undefined, 'new')).toBe('');
});
