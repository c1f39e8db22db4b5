import { expect, test } from 'vitest';
import { CARD, layout, readingOrder } from './layout.ts';
import { ask, buttons, handOff, plan, say } from './plan.testkit.ts';

const returns = plan(
  'hello',
  handOff('person'),
  ask('number', 'order', 'done'),
  say('done', null),
  buttons('choose', 'number', 'person'),
  say('hello', 'choose'),
);

test('steps are read from the beginning; what nothing leads to comes last', () => {
  expect(readingOrder(returns)).toEqual(['hello', 'choose', 'number', 'person', 'done']);
  expect(readingOrder(plan('hello', say('alone', null), say('hello', null)))).toEqual(['hello', 'alone']);
  expect(readingOrder(plan('gone', say('a', null)))).toEqual(['a']);
});

test('every way leads to the right', () => {
  const places = layout(returns);
  expect(places.hello!.x).toBeLessThan(places.choose!.x);
  expect(places.choose!.x).toBeLessThan(places.number!.x);
  expect(places.number!.x).toBe(places.person!.x);
  expect(places.number!.x).toBeLessThan(places.done!.x);
});

test('the steps of one column follow the order of the exits and never cover each other', () => {
  const places = layout(returns, (id) => (id === 'number' ? 300 : CARD.height));
  expect(places.number!.y + 300).toBeLessThan(places.person!.y);
});

test('a short way beside a long one does not pull the last step to the left', () => {
  const places = layout(plan('a', buttons('a', 'b', 'd'), say('b', 'c'), say('c', 'd'), say('d', null)));
  expect(places.d!.x).toBeGreaterThan(places.c!.x);
});

test('a step stands aside for a way that leads past it', () => {
  const places = layout(plan('a', buttons('a', 'b', 'c'), say('b', 'c'), say('c', null)));
  const passes = places.a!.y + CARD.height / 2;
  expect(places.b!.y + CARD.height).toBeLessThan(passes + CARD.height / 2);
  expect(places.b!.y).toBeLessThan(places.c!.y);
});

test('a round is drawn once around, with the way back pointing left', () => {
  const places = layout(plan('a', say('a', 'b'), buttons('b', 'a', 'c'), say('c', null)));
  expect([places.a!.x, places.b!.x, places.c!.x].toSorted((x, y) => x - y)).toEqual([places.a!.x, places.b!.x, places.c!.x]);
});

test('a straight line stays straight', () => {
  const places = layout(plan('a', say('a', 'b'), say('b', 'c'), say('c', null)));
  expect(new Set([places.a!.y, places.b!.y, places.c!.y]).size).toBe(1);
});

test('no two of two hundred steps cover each other', () => {
  const steps = Array.from({ length: 200 }, (_, at) => buttons(`s${at}`, `s${(at * 7 + 1) % 200}`, `s${(at * 3 + 2) % 200}`));
  const places = Object.values(layout(plan('s0', ...steps)));
  expect(places).toHaveLength(200);
  for (const [at, one] of places.entries())
    for (const other of places.slice(at + 1))
      expect(Math.abs(one.x - other.x) >= CARD.width || Math.abs(one.y - other.y) >= CARD.height).toBe(true);
});
