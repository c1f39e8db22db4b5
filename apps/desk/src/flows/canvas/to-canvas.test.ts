import { expect, test } from 'vitest';
import { buttons, plan, say } from '../plan/plan.testkit.ts';
import { edgesOf, START, startPlace } from './to-canvas.ts';

const drawn = plan('choose', buttons('choose', 'a', 'gone', null), { ...say('a', 'choose'), place: { x: -400, y: 30 } });
const name = (from: string | null, to: string) => `${from ?? 'start'} to ${to}`;

test('every way that leads somewhere is a line, the beginning among them', () => {
  const edges = edgesOf(drawn, name, 'choose/option:o0');
  expect(edges.map(({ source, sourceHandle, target }) => [source, sourceHandle, target])).toEqual([
    [START, 'start', 'choose'],
    ['choose', 'option:o0', 'a'],
    ['a', 'next', 'choose'],
  ]);
  expect(edges.map(({ ariaLabel }) => ariaLabel)).toEqual(['start to choose', 'choose to a', 'a to choose']);
  expect(edges.map(({ selected }) => selected)).toEqual([false, true, false]);
});

test('a beginning that is gone draws no line, and its mark waits left of everything', () => {
  expect(edgesOf({ ...drawn, start: 'gone' }, name, null).map(({ source }) => source)).toEqual(['choose', 'a']);
  expect(startPlace({ ...drawn, start: null }).x).toBeLessThan(-400);
  expect(startPlace(drawn).x).toBeLessThan(0);
});
