import type { ArticleHappening } from '@madoguchi/contract/article-life.ts';
import type { ArticleVersion } from '@madoguchi/contract/knowledge.ts';

export type HistoryLine = { version: ArticleVersion; happening?: undefined } | { happening: ArticleHappening; version?: undefined };

/** What an article said and what happened to it as one story, newest first; what was published is told after the save that wrote it. */
export function historyLines(versions: readonly ArticleVersion[], happenings: readonly ArticleHappening[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  let next = 0;
  for (const version of versions) {
    for (; next < happenings.length && happenings[next]!.at >= version.savedAt; next += 1) lines.push({ happening: happenings[next]! });
    lines.push({ version });
  }
  return [...lines, ...happenings.slice(next).map((happening) => ({ happening }))];
}
