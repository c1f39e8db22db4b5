import { expect, test } from 'vitest';
import { soak } from './soak.ts';

test('a server that is killed twice, once with its database, loses nothing, doubles nothing and keeps the order', async () => {
  const figures = await soak({
    messages: 80,
    perLine: 5,
    againWithinMs: 1000,
    kills: 2,
    seed: 4,
    channels: ['api', 'line', 'chat', 'form'],
  });
  expect(figures.faults).toEqual([]);
  expect(figures).toMatchObject({ messages: 80, handedOverAgain: 80 });
  expect(figures.kills.map(({ withDatabase }) => withDatabase)).toEqual([false, true]);
}, 180_000);
