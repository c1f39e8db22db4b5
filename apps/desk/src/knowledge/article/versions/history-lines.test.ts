import { expect, test } from 'vitest';
import { historyLines } from './history-lines.ts';

const version = (n: number, savedAt: string) => ({ version: n, savedAt, savedBy: '中村', changed: [] });
const what = (name: 'published' | 'archived' | 'checked', at: string) => ({ what: name, at, by: null });

test('what happened stands between the saves it happened between, and after the one of its moment', () => {
  const lines = historyLines(
    [version(2, '2026-11-20T00:00:00Z'), version(1, '2026-11-01T00:00:00Z')],
    [what('archived', '2026-11-22T00:00:00Z'), what('published', '2026-11-20T00:00:00Z'), what('checked', '2026-11-10T00:00:00Z')],
  );
  expect(lines.map((line) => line.version?.version ?? line.happening?.what)).toEqual(['archived', 'published', 2, 'checked', 1]);
  expect(historyLines([], [what('published', '2026-11-20T00:00:00Z')])).toHaveLength(1);
});
