import { describe, expect, test } from 'vitest';
import { fakeArea } from '../test/fake-area.ts';
import { openKeep } from './keep.ts';

describe('what survives a reload', () => {
  test('a second page of the same site finds it, another inbox does not', () => {
    const area = fakeArea();
    openKeep(area, 'shop').set('token', 'a');
    expect(openKeep(area, 'shop').get('token')).toBe('a');
    expect(openKeep(area, 'help').get('token')).toBeNull();
    expect(openKeep(area, 'help').names('')).toEqual([]);
  });

  test('names are found by how they begin', () => {
    const keep = openKeep(fakeArea(), 'shop');
    keep.set('out.1', 'a');
    keep.set('out.2', 'b');
    keep.set('token', 'c');
    expect(keep.names('out.')).toEqual(['out.1', 'out.2']);
    keep.remove('out.1');
    expect(keep.names('out.')).toEqual(['out.2']);
  });

  test('where storage is blocked, memory serves', () => {
    const keep = openKeep(null, 'shop');
    keep.set('out.1', 'a');
    expect(keep.get('out.1')).toBe('a');
    expect(keep.names('out.')).toEqual(['out.1']);
    keep.remove('out.1');
    expect(keep.get('out.1')).toBeNull();
  });

  test('where storage is full, the newest value is still the one that is read', () => {
    const area = fakeArea();
    const keep = openKeep(area, 'shop');
    keep.set('draft', 'old');
    area.full = true;
    keep.set('draft', 'new');
    expect(keep.get('draft')).toBe('new');
    area.full = false;
    keep.set('draft', 'newest');
    expect(openKeep(area, 'shop').get('draft')).toBe('newest');
  });
});
