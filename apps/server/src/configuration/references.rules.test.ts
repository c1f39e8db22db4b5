import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../platform/ids/ids.ts';
import type { Json } from './configuration.types.ts';
import { withIds, withNames } from './references.rules.ts';

const team = newId('tem');
const names = new Map([[team, '商品: 返品@team:']]);
const find = (prefix: string, key: string) => (prefix === 'tem' && key === '商品: 返品@team:' ? team : null);

test('an id goes out as a name and comes back, as a property too', () => {
  const value: Json = { teamIds: [team], levels: { [team]: 3 }, text: `${team} in a text stays` };
  const out = withNames(value, names);
  expect(out).toEqual({ teamIds: ['@team:商品: 返品@team:'], levels: { '@team:商品: 返品@team:': 3 }, text: `${team} in a text stays` });
  expect(withIds(out, find, () => {})).toEqual(value);
});

test('whatever people write comes back as it was, also what looks like a name', () => {
  const looksLike = fc
    .tuple(fc.stringMatching(/^@{0,3}$/), fc.constantFrom('team', 'queue', 'nothing'), fc.string())
    .map(([at, kind, rest]) => `${at}${kind}:${rest}`);
  fc.assert(
    fc.property(fc.oneof(fc.string(), looksLike), (text) => {
      const lost: string[] = [];
      expect(withIds(withNames(text, names), find, (one) => lost.push(one))).toBe(text);
      expect(lost).toEqual([]);
    }),
  );
});

test('a name that nobody has is told', () => {
  const lost: string[] = [];
  expect(withIds({ a: ['@team:x'] }, find, (one) => lost.push(one))).toEqual({ a: ['@team:x'] });
  expect(lost).toEqual(['@team:x']);
});
