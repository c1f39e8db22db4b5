import { expect, test } from 'vitest';
import { workspace } from '../../../../../fixtures/workspace.ts';
import { originOf, readOrigins } from './origins.ts';

test('an address copied from the browser becomes the origin of its site', () => {
  expect(originOf(`${workspace.siteUrl}/tea/sencha?size=m#reviews`)).toBe(workspace.siteUrl);
  expect(originOf('www.hazuki-saji.example')).toBe(workspace.siteUrl);
  expect(originOf('http://localhost:5173/')).toBe('http://localhost:5173');
});

test('what is no site on the web is not taken', () => {
  expect(['', 'tea shop', 'ftp://files.example.com', 'hazuki', 'javascript:alert(1)'].map(originOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('several addresses pasted at once are read together, each once', () => {
  expect(readOrigins([`${workspace.siteUrl}/a, ${workspace.siteUrl}/b`, 'b2b.hazuki-saji.example', 'tea'])).toEqual({
    origins: [workspace.siteUrl, 'https://b2b.hazuki-saji.example'],
    unread: ['tea'],
  });
});
