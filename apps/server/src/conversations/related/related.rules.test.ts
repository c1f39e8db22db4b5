import { relation } from '@madoguchi/contract/related.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Link, linkFault, linkOf, relationTo } from './related.rules.ts';

const ids = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f');

test('what the other is to this one is read from both ends', () => {
  const opposite = { related: 'related', parent: 'child', child: 'parent', original: 'duplicate', duplicate: 'original' } as const;
  fc.assert(
    fc.property(ids, ids, fc.constantFrom(...relation.options), (one, other, is) => {
      fc.pre(one !== other);
      const link = linkOf(one, other, is);
      expect([relationTo(one, link), relationTo(other, link)]).toEqual([is, opposite[is]]);
    }),
  );
});

test.each([
  ['with itself', linkOf('a', 'a', 'related'), [], 'self'],
  ['to a second parent', linkOf('a', 'b', 'parent'), [linkOf('a', 'c', 'parent')], 'has_parent'],
  ['the other way round instead', linkOf('a', 'b', 'parent'), [linkOf('a', 'b', 'child')], null],
  ['below its own grandchild', linkOf('a', 'c', 'parent'), [linkOf('b', 'a', 'parent'), linkOf('c', 'b', 'parent')], 'circle'],
  [
    'a duplicate of its duplicate’s duplicate',
    linkOf('a', 'c', 'original'),
    [linkOf('b', 'a', 'original'), linkOf('c', 'b', 'original')],
    'circle',
  ],
  ['two that are also parent and child of others', linkOf('a', 'b', 'related'), [linkOf('a', 'c', 'parent')], null],
])('a link %s', (_story, link, standing, fault) => {
  expect(linkFault(link, standing)).toBe(fault);
});

test('whatever is linked in whatever order, nobody is ever above themselves, and nobody has two parents', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, ids, fc.constantFrom(...relation.options)), { maxLength: 40 }), (wishes) => {
      let standing: Link[] = [];
      for (const [one, other, is] of wishes) {
        const link = linkOf(one, other, is);
        if (linkFault(link, standing)) continue;
        const pair = new Set<string>([one, other]);
        standing = [...standing.filter((now) => !(pair.has(now.one) && pair.has(now.other))), link];
      }
      for (const kind of ['child', 'duplicate'] as const) {
        const up = standing.filter((link) => link.kind === kind);
        if (kind === 'child') expect(new Set(up.map(({ one }) => one)).size).toBe(up.length);
        for (const { one } of up) {
          const seen = new Set<string>();
          let level = [one];
          for (let depth = 0; level.length > 0 && depth < 50; depth += 1) {
            level = up.filter((link) => level.includes(link.one)).map(({ other }) => other);
            for (const id of level) seen.add(id);
          }
          expect(seen.has(one)).toBe(false);
        }
      }
    }),
  );
});
