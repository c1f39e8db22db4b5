import { expect, test } from 'vitest';
import { maySee, whoLooks } from './live.rules.ts';

const fact = { workspaceId: 'wsp_1', inboxId: 'ibx_1' };
test.each([
  ['an owner sees every inbox', { workspaceId: 'wsp_1', inboxes: 'all' as const }, true],
  ['an agent of the inbox sees it', { workspaceId: 'wsp_1', inboxes: ['ibx_1'] }, true],
  ['an agent of another inbox does not', { workspaceId: 'wsp_1', inboxes: ['ibx_2'] }, false],
  ['nobody of another workspace does', { workspaceId: 'wsp_2', inboxes: 'all' as const }, false],
])('%s', (_story, viewer, expected) => {
  expect(maySee(viewer, fact)).toBe(expected);
});

test('Suzuki with two windows is one colleague, typing when she types in either', () => {
  const suzuki = { agentId: 'agt_2', name: '鈴木', supervises: false };
  const aoki = { agentId: 'agt_1', name: '青木', typing: false, supervises: true };
  expect(whoLooks([{ ...suzuki, typing: false }, aoki, { ...suzuki, typing: true }])).toEqual([aoki, { ...suzuki, typing: true }]);
});
