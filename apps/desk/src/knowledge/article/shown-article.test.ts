import { expect, test } from 'vitest';
import { showArticle } from './shown-article.ts';

const first = { id: 'new', key: 0, written: null };

test('a new article keeps its screen when it gets its address', () => {
  expect(showArticle({ ...first, written: 'art_1' }, 'art_1')).toEqual({ id: 'art_1', key: 0, written: null });
  expect(showArticle(first, 'new')).toBe(first);
});

test('every other way to an article begins anew: the next new one, the one before, a colleague’s', () => {
  const saved = showArticle({ ...first, written: 'art_1' }, 'art_1');
  const next = showArticle(saved, 'new');
  expect(next.key).toBe(1);
  expect(showArticle(next, 'art_1').key).toBe(2);
  expect(showArticle({ ...first, written: 'art_1' }, 'art_2').key).toBe(1);
});
