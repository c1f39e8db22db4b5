import { linksOf } from '../links.ts';
import type { CategoryModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { pageOf } from '../page/page.ts';
import { crumbs } from '../page/structured.ts';
import { Breadcrumb } from '../parts/breadcrumb.tsx';
import { CategoryList, categoryName, pathTo, SummaryList } from '../parts/lists.tsx';
import { WaysOn } from '../parts/ways-on.tsx';

/** What stands beneath a category and its articles, then the other categories. */
export function renderCategory(model: CategoryModel): string {
  const page = pageOf(model);
  const { t, locale, links, articles, name, base, otherLanguageName } = page;
  const title = categoryName(page, name);
  const beneath = page.categories.filter(({ parent }) => parent === name);
  const others = page.categories.filter((category) => category.name !== name && category.parent !== name);
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
        <Breadcrumb page={page} categories={pathTo(page.categories, name).slice(0, -1)} />
        <h1>{title}</h1>
        {beneath.length > 0 && <CategoryList page={page} categories={beneath} />}
        {articles.length > 0 && <SummaryList page={page} articles={articles} />}
        {articles.length + beneath.length === 0 && <p class="empty">{t('category.empty')}</p>}
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
