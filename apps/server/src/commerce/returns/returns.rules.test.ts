import { returnState } from '@madoguchi/contract/commerce.ts';
import { describe, expect, test } from 'vitest';
import { isOver, lineTooMany, mayBecome, nextOf } from './returns.rules.ts';

const states = returnState.options;

describe('a return', () => {
  test('is decided, then received, then settled: nothing else is possible by hand', () => {
    const steps = states.flatMap((from) => states.filter((to) => mayBecome(from, to)).map((to) => `${from}>${to}`));
    expect(steps.sort()).toEqual([
      'approved>received',
      'approved>refused',
      'received>exchanged',
      'received>refunded',
      'refused>approved',
      'requested>approved',
      'requested>refused',
    ]);
  });

  test('on every way through it, money never goes back before the goods came, and what is settled stays so', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let walk = 0; walk < 500; walk += 1) {
      const way = [states[0]!];
      while (!isOver(way.at(-1)!) && way.length < 12) {
        const wish = states[random(states.length)]!;
        if (mayBecome(way.at(-1)!, wish)) way.push(wish);
        else expect(nextOf(way.at(-1)!)).not.toContain(wish);
      }
      const settled = way.findIndex((state) => state === 'refunded' || state === 'exchanged');
      if (settled === -1) continue;
      expect(settled).toBe(way.length - 1);
      expect(way[settled - 1]).toBe('received');
      expect(way[settled - 2]).toBe('approved');
    }
  });

  test.each([
    [[{ name: '煎茶', quantity: 2 }], null],
    [[{ name: '煎茶', quantity: 3 }], '煎茶'],
    [
      [
        { name: '煎茶', quantity: 1 },
        { name: '煎茶', quantity: 2 },
      ],
      '煎茶',
    ],
    [[{ name: '急須', quantity: 1 }], '急須'],
  ])('takes back what was bought, and no more: %j', (wanted, tooMany) => {
    expect(
      lineTooMany(
        [
          { name: '煎茶', quantity: 2 },
          { name: '玉露', quantity: 1 },
        ],
        wanted,
      ),
    ).toBe(tooMany);
  });
});
