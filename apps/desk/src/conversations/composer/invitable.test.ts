import { expect, test } from 'vitest';
import { invitable } from './invitable.ts';

const kinds = [
  { name: 'chat', canContinue: false },
  { name: 'line', canContinue: true },
  { name: 'telegram', canContinue: true },
];
const inbox = (id: string, channel: string, paused = false) => ({ id, name: id, channel, paused });

test('a customer is led to running inboxes of other channels that know such links, and not to where they are', () => {
  const inboxes = [inbox('web', 'chat'), inbox('shop', 'line'), inbox('wholesale', 'line'), inbox('bot', 'telegram', true)];
  expect(invitable(inboxes, kinds, 'web').map(({ id }) => id)).toEqual(['shop', 'wholesale']);
  expect(invitable(inboxes, kinds, 'shop').map(({ id }) => id)).toEqual(['wholesale']);
  expect(invitable(inboxes, [], undefined)).toEqual([]);
});
