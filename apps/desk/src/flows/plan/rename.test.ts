import type { FlowStep } from '@madoguchi/contract/flows.ts';
import { expect, test } from 'vitest';
import { freePlace } from './free-place.ts';
import { CARD } from './layout.ts';
import { ask, plan, say } from './plan.testkit.ts';
import { renameAnswer } from './rename.ts';
import { isName, tidyPlan } from './tidy.ts';

const place = { x: 0, y: 0 };
const quoting: FlowStep = { id: 'thanks', place, type: 'say', text: { ja: '{order} ですね。{orders}', en: '{order}' }, next: null };
const testing: FlowStep = {
  id: 'check',
  place,
  type: 'branch',
  rules: [{ when: { on: 'answer', field: 'order', is: 'filled', value: '' }, next: null }],
  otherwise: null,
};
const asking = ask('number', 'order', 'thanks');
const drawn = plan('number', asking, quoting, testing, { id: 'find', place, type: 'answer', question: 'order', next: null });

test('a new name is followed wherever the answer is quoted or tested', () => {
  const { steps } = renameAnswer(drawn, { ...asking, field: 'order_no' } as FlowStep, 'order', 'order_no');
  expect(steps[1]).toMatchObject({ text: { ja: '{order_no} ですね。{orders}', en: '{order_no}' } });
  expect(steps[2]).toMatchObject({ rules: [{ when: { field: 'order_no' } }] });
  expect(steps[3]).toMatchObject({ question: 'order_no' });
});

test('while another step gives an answer of the old name, what quotes it goes on quoting that one', () => {
  const twice = { ...drawn, steps: [...drawn.steps, ask('again', 'order', null)] };
  const { steps } = renameAnswer(twice, { ...asking, field: 'order_no' } as FlowStep, 'order', 'order_no');
  expect(steps[1]).toBe(quoting);
});

test('rows that were begun and left empty are not sent, and a flow always has a name', () => {
  const lookUp: FlowStep = {
    id: 'shop',
    place,
    type: 'look_up',
    of: 'address',
    numberField: null,
    identifiedOnly: true,
    by: 'email',
    method: 'GET',
    url: 'https://shop.example/{order}',
    body: '',
    keep: [
      { field: 'state', path: 'order.state' },
      { field: '', path: 'order.total' },
      { field: 'x', path: ' ' },
    ],
    next: null,
    failed: null,
  };
  const begun = {
    ...plan('shop', lookUp),
    name: '  ',
    triggers: [
      { kind: 'words' as const, words: [] },
      { kind: 'page' as const, contains: '/cart' },
      { kind: 'article' as const, articleId: '' },
    ],
  };
  expect(tidyPlan(begun, '新しいシナリオ')).toMatchObject({
    name: '新しいシナリオ',
    triggers: [{ kind: 'page', contains: '/cart' }],
    steps: [{ keep: [{ field: 'state', path: 'order.state' }] }],
  });
});

test('names of answers are what texts can quote', () => {
  expect(['order', 'order_2', 'a'].every(isName)).toBe(true);
  expect(['', 'Order', '2nd', '注文', 'a-b', 'a'.repeat(41)].some(isName)).toBe(false);
});

test('a new step never covers one that is there', () => {
  const busy = plan(null, say('a', null), { ...say('b', null), place: { x: 0, y: CARD.height + 40 } });
  const free = freePlace(busy, { x: 10, y: 5 });
  expect(free.x).toBe(10);
  expect(free.y).toBeGreaterThanOrEqual(CARD.height * 2 + 40);
  expect(freePlace(busy, { x: 900, y: 5 })).toEqual({ x: 900, y: 5 });
});
