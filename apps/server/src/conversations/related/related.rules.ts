// Pure: what two conversations are to each other, and which links make no sense.
import type { Relation } from '@madoguchi/contract/related.ts';

/** As it is kept: what `one` is to `other`. */
export type Link = { one: string; other: string; kind: 'related' | 'child' | 'duplicate' };

/** How it is kept that `other` is this to `id`. */
export function linkOf(id: string, other: string, relation: Relation): Link {
  switch (relation) {
    case 'related':
      return id < other ? { one: id, other, kind: 'related' } : { one: other, other: id, kind: 'related' };
    case 'parent':
      return { one: id, other, kind: 'child' };
    case 'child':
      return { one: other, other: id, kind: 'child' };
    case 'original':
      return { one: id, other, kind: 'duplicate' };
    case 'duplicate':
      return { one: other, other: id, kind: 'duplicate' };
  }
}

/** What the other end of a link is to `id`. */
export function relationTo(id: string, { one, kind }: Link): Relation {
  if (kind === 'related') return 'related';
  if (kind === 'child') return one === id ? 'parent' : 'child';
  return one === id ? 'original' : 'duplicate';
}

/**
 * Why a link cannot be, seen from what stands; null: it can. Nobody is linked to themselves, has two parents, or stands below or after themselves.
 * `standing`: at least every link of the same kind that leads upwards from `other`, and those of `one`; one between the same two is replaced, and
 * does not count.
 */
export function linkFault(link: Link, standing: readonly Link[]): 'self' | 'has_parent' | 'circle' | null {
  const { one, other, kind } = link;
  if (one === other) return 'self';
  if (kind === 'related') return null;
  const counted = standing.filter((now) => now.kind === kind && !samePair(now, link));
  const above = (id: string): string[] => counted.filter((now) => now.one === id).map((now) => now.other);
  if (kind === 'child' && above(one).length > 0) return 'has_parent';
  const seen = new Set<string>();
  const next = [other];
  while (next.length > 0) {
    const id = next.pop()!;
    if (id === one) return 'circle';
    if (seen.has(id)) continue;
    seen.add(id);
    next.push(...above(id));
  }
  return null;
}

const samePair = (a: Link, b: Link): boolean => (a.one === b.one && a.other === b.other) || (a.one === b.other && a.other === b.one);
