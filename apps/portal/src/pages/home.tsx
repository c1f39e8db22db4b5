import { linksOf } from '../links.ts';
import type { HomeModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { pageOf } from '../page/page.ts';
import { CategoryList, QuestionList } from '../parts/lists.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { WaysOn } from '../parts/ways-on.tsx';

/** The front page: search, what is asked most, all categories, a person. */
export function renderHome(model: HomeModel): string {
  const page = pageOf(model);
  const { t, workspace, popular, categories, base } = page;
  const paths = { ja: linksOf(base, 'ja').home, en: linksOf(base, 'en').home };
  return renderDocument({
    page,
    about: { title: '', description: t('home.description', { name: workspace.name }), paths },
    withoutSearch: true,
    children: (
      <>
        <div class="hero">
          <div class="column">
            <h1>{t('home.title')}</h1>
            <SearchBox page={page} />
          </div>
        </div>
        <div class="column">
          {popular.length > 0 && (
            <section aria-labelledby="popular">
              <h2 id="popular">{t('home.popular')}</h2>
              <QuestionList page={page} articles={popular} />
              <p class="onward">
                <a href={page.links.faq}>{t('home.all_faq')}</a>
              </p>
            </section>
          )}
          {categories.length > 0 && (
            <section aria-labelledby="categories">
              <h2 id="categories">{t('home.categories')}</h2>
              <CategoryList page={page} categories={categories} />
            </section>
          )}
          {popular.length + categories.length === 0 && <p class="empty">{t('home.empty')}</p>}
          <WaysOn page={page} />
        </div>
      </>
    ),
  });
}
