import { expect, test } from 'vitest';
import { aboutIn } from './hold-about.ts';

const id = `cus_${'0'.repeat(26)}`;

test.each([
  ['#1042', { conversationNumber: 1042 }],
  [' １０４２ ', { conversationNumber: 1042 }],
  [`https://desk.example/desk/customers/${id}`, { customerId: id }],
  [id, { customerId: id }],
  ['佐藤', null],
  ['#0', null],
])('%s is %j', (typed, about) => {
  expect(aboutIn(typed)).toEqual(about);
});
