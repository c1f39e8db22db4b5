import type { ArticleFigures } from './report.queries.ts';

/** 0..1, or null of nothing. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Articles somebody found useless: most such readers first, of equally many the larger share. */
export const unhelpful = (articles: readonly ArticleFigures[]): ArticleFigures[] =>
  articles.filter(({ no }) => no > 0).sort((a, b) => b.no - a.no || a.yes - b.yes);
