import { expect, test } from 'vitest';
import { openSections, placeOf, sections } from './sections.ts';

test('an agent without permissions sees the texts and macros to work with, the own notifications and the own account only', () => {
  expect(openSections(['conversation.write']).map(({ path }) => path)).toEqual(['canned', 'macros', 'notifications', 'account']);
});

test('somebody who may manage everything sees every section', () => {
  const all = sections.flatMap(({ permission }) => permission ?? []);
  expect(openSections(all)).toHaveLength(sections.length);
});

const byPath = (wanted: string) => sections.find(({ path }) => path === wanted);

test('an address names a section and what is open in it', () => {
  expect(placeOf('inboxes/ibx_01')).toEqual({ section: byPath('inboxes'), rest: 'ibx_01' });
  expect(placeOf('hours')).toEqual({ section: byPath('hours'), rest: null });
  expect(placeOf('')).toEqual({ section: undefined, rest: null });
  expect(placeOf('nonsense/x').section).toBeUndefined();
});
