import type { JSX } from 'preact';
import { excerptOf, markedParts } from '../markdown/excerpt.ts';
import type { ArticleLink, ArticleSummary, CategoryCount } from '../models.ts';
import type { Page } from '../page/page.ts';
import { ChevronIcon } from './icons.tsx';

/** Questions, one a line. */
export const QuestionList = ({ page, articles }: { page: Page; articles: readonly ArticleLink[] }): JSX.Element => (
  <ul class="rows">
    {articles.map((article) => (
      <li key={article.slug}>
        <a href={page.links.article(article.slug)}>
          <span>{article.question}</span>
          <ChevronIcon />
        </a>
      </li>
    ))}
  </ul>
);

const Marked = ({ text, q }: { text: string; q: string }) => (
  <>{markedParts(text, q).map((part, i) => (part.hit ? <mark key={i}>{part.text}</mark> : part.text))}</>
);

/** Questions with the beginning of their answers; with `q`, the place that answers it, its words marked, and the category. */
export const SummaryList = ({ page, articles, q = '' }: { page: Page; articles: readonly ArticleSummary[]; q?: string }): JSX.Element => (
  <ul class="rows summaries">
    {articles.map((article) => (
      <li key={article.slug}>
        <a href={page.links.article(article.slug)} data-hit>
          <span>
            <strong>
              <Marked text={article.question} q={q} />
            </strong>
            <span class="excerpt">
              <Marked text={excerptOf(article.answer, q)} q={q} />
            </span>
            {q !== '' && article.category !== '' && <span class="where">{article.category}</span>}
          </span>
          <ChevronIcon />
        </a>
      </li>
    ))}
  </ul>
);

export const categoryName = (page: Pick<Page, 't'>, name: string): string => name || page.t('category.none');

/** The names from the top down to a category, itself the last. */
export function pathTo(categories: readonly CategoryCount[], name: string): string[] {
  const parent = categories.find((one) => one.name === name)?.parent ?? null;
  return parent === null ? [name] : [...pathTo(categories, parent), name];
}

type Categories = { page: Page; categories: readonly CategoryCount[] };

/** Categories with how many articles each has, those beneath them in small. */
export const CategoryList = ({ page, categories }: Categories): JSX.Element => {
  const names = new Set(categories.map(({ name }) => name));
  const isTop = ({ parent }: CategoryCount) => parent === null || !names.has(parent);
  return (
    <ul class="rows categories">
      {categories.filter(isTop).map(({ name, count }) => (
        <li key={name}>
          <a href={page.links.category(name)}>
            <span>{categoryName(page, name)}</span>
            {count > 0 && <span class="count">{page.t('category.count', { count })}</span>}
          </a>
          <Beneath page={page} categories={categories} name={name} />
        </li>
      ))}
    </ul>
  );
};

function Beneath({ page, categories, name }: Categories & { name: string }): JSX.Element | null {
  const children = categories.filter(({ parent }) => parent === name);
  if (children.length === 0) return null;
  return (
    <ul class="beneath">
      {children.map((child) => (
        <li key={child.name}>
          <a href={page.links.category(child.name)}>{child.name}</a>
          <Beneath page={page} categories={categories} name={child.name} />
        </li>
      ))}
    </ul>
  );
}
