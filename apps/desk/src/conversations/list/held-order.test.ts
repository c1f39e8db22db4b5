import { describe, expect, test } from 'vitest';
import { holdOrder } from './held-order.ts';

const row = (id: string, says = '') => ({ id, says });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join(' ');

describe('a list under a resting pointer', () => {
  const held = [row('sato'), row('kato'), row('hayashi')];

  test('keeps its places when a conversation below gets a new message, and still shows what it says', () => {
    const shown = holdOrder(held, [row('hayashi', '届きました'), row('sato'), row('kato')]);
    expect(shown.rows).toEqual([row('sato'), row('kato'), row('hayashi', '届きました')]);
    expect(shown.arrived).toBe(0);
  });

  test('lets new conversations wait above, counted', () => {
    const shown = holdOrder(held, [row('miller'), row('sato'), row('dubois'), row('kato'), row('hayashi')]);
    expect(ids(shown.rows)).toBe('sato kato hayashi');
    expect(shown.arrived).toBe(2);
  });

  test('keeps a row that left the view, marked', () => {
    const shown = holdOrder(held, [row('sato'), row('hayashi')]);
    expect(ids(shown.rows)).toBe('sato kato hayashi');
    expect([...shown.left]).toEqual(['kato']);
  });

  test('takes in the next page at the end at once', () => {
    const shown = holdOrder(held, [...held, row('yoshida'), row('kimura')]);
    expect(ids(shown.rows)).toBe('sato kato hayashi yoshida kimura');
    expect(shown.arrived).toBe(0);
  });
});
