import { linksOf } from '../links.ts';
import type { SearchModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { pageOf } from '../page/page.ts';
import { CategoryList, QuestionList, SummaryList } from '../parts/lists.tsx';
import { SearchBand } from '../parts/search-box.tsx';
import { WaysOn } from '../parts/ways-on.tsx';

/** What was found, best first; when that is nothing, it says so and gives ways on. */
export function renderSearch(model: SearchModel): string {
  const page = pageOf(model);
  const { t, q, results, popular, categories, base, locale } = page;
  const title = q === '' ? t('search.title') : t('search.title_for', { q });
  return renderDocument({
    page,
    about: { title, paths: null },
    otherPath: `${linksOf(base, locale === 'ja' ? 'en' : 'ja').search}?${new URLSearchParams({ q })}`,
    withoutSearch: true,
    children: (
      <>
        <SearchBand page={page} q={q} />
        <div class="column">
          <h1>{title}</h1>
          {results.length > 0 ? (
            <>
              <p class="result-count" role="status">
                {t('search.count', { count: results.length })}
              </p>
              <SummaryList page={page} articles={results} q={q} />
            </>
          ) : (
            <>
              {q !== '' && (
                <div class="empty" role="status">
                  <p>
                    <strong>{t('search.none', { q })}</strong>
                  </p>
                  <ul>
                    <li>{t('search.none_shorter')}</li>
                    <li>{t('search.none_other_words')}</li>
                  </ul>
                </div>
              )}
              {popular.length > 0 && (
                <section aria-labelledby="popular">
                  <h2 id="popular">{t('home.popular')}</h2>
                  <QuestionList page={page} articles={popular} />
                </section>
              )}
              {categories.length > 0 && (
                <section aria-labelledby="categories">
                  <h2 id="categories">{t('home.categories')}</h2>
                  <CategoryList page={page} categories={categories} />
                </section>
              )}
            </>
          )}
          <WaysOn page={page} />
        </div>
      </>
    ),
  });
}
