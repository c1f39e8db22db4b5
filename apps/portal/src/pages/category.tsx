import { linksOf } from '../links.ts';
import type { CategoryModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { pageOf } from '../page/page.ts';
import { crumbs } from '../page/structured.ts';
import { Breadcrumb } from '../parts/breadcrumb.tsx';
import { CategoryList, categoryName, SummaryList } from '../parts/lists.tsx';
import { WaysOn } from '../parts/ways-on.tsx';

/** The articles of a category, then the other categories. */
export function renderCategory(model: CategoryModel): string {
  const page = pageOf(model);
  const { t, locale, links, articles, name, base, otherLanguageName } = page;
  const title = categoryName(page, name);
  const others = page.categories.filter((category) => category.name !== name);
  const own = links.category(name);
  const theirs = otherLanguageName === null ? null : linksOf(base, locale === 'ja' ? 'en' : 'ja').category(otherLanguageName);
  return renderDocument({
    page,
    about: {
      title,
      description: t('category.description', { name: title, count: articles.length }),
      paths: locale === 'ja' ? { ja: own, en: theirs } : { ja: theirs, en: own },
      structured: [crumbs(page, [[title, own]])],
    },
    children: (
      <div class="column">
        <Breadcrumb page={page} />
        <h1>{title}</h1>
        {articles.length > 0 ? <SummaryList page={page} articles={articles} /> : <p class="empty">{t('category.empty')}</p>}
        {others.length > 0 && (
          <section aria-labelledby="categories">
            <h2 id="categories">{t('category.others')}</h2>
            <CategoryList page={page} categories={others} />
          </section>
        )}
        <WaysOn page={page} />
      </div>
    ),
  });
}
