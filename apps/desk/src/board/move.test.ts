import { expect, test } from 'vitest';
import { forEachFew, type Place, stepsBack, stepTo } from './move.ts';

const waiting: Place = { id: 'cnv_a', agentId: null, teamId: 'tem_returns', queueId: 'que_a' };

test('an agent keeps the team, a team takes it from the agent, a queue is asked for as such', () => {
  const steps = (['agent', 'team', 'queue'] as const).map((kind) => stepTo({ kind, id: `${kind}_1`, name: '' }, waiting));
  expect(steps).toEqual([{ agentId: 'agent_1', teamId: 'tem_returns' }, { agentId: null, teamId: 'team_1' }, { queueId: 'queue_1' }]);
});

test('back is where it was: with its agent, or without one in the queue where it waited', () => {
  expect(stepsBack(waiting)).toEqual([{ agentId: null, teamId: 'tem_returns' }, { queueId: 'que_a' }]);
  expect(stepsBack({ ...waiting, agentId: 'agt_a' })).toEqual([{ agentId: 'agt_a', teamId: 'tem_returns' }]);
});

test('many are done a few at a time; what fails is left out and holds nothing up', async () => {
  const items = Array.from({ length: 10 }, (_, index) => index);
  let running = 0;
  let most = 0;
  const through: number[] = [];
  const done = await forEachFew(
    items,
    async (item) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (item % 3 === 0) throw new Error('taken meanwhile');
    },
    (count) => through.push(count),
  );
  expect(done.sort()).toEqual([1, 2, 4, 5, 7, 8]);
  expect(through.at(-1)).toBe(10);
  expect(most).toBe(4);
});
