import type { NotFoundModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { pageOf } from '../page/page.ts';
import { CategoryList, QuestionList } from '../parts/lists.tsx';
import { WaysOn } from '../parts/ways-on.tsx';

/** Nothing at this address: what may have been meant, and a person. */
export function renderNotFound(model: NotFoundModel): string {
  const page = pageOf(model);
  const { t, popular, categories } = page;
  return renderDocument({
    page,
    about: { title: t('not_found.title'), paths: null },
    children: (
      <div class="column">
        <h1>{t('not_found.title')}</h1>
        <p class="lead">{t('not_found.text')}</p>
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
        <WaysOn page={page} />
      </div>
    ),
  });
}
