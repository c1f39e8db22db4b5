import { linksOf } from '../links.ts';
import { calloutWords } from '../markdown/callout-words.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import { renderArticleBody } from '../markdown/markdown.ts';
import type { ArticleModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { pageOf } from '../page/page.ts';
import { crumbs } from '../page/structured.ts';
import { Breadcrumb } from '../parts/breadcrumb.tsx';
import { Feedback } from '../parts/feedback.tsx';
import { categoryName, QuestionList } from '../parts/lists.tsx';
import { WaysOn } from '../parts/ways-on.tsx';
import { dayText, isoTime } from '../text/time.ts';

/** From so many headings on, an article begins with its contents. */
const LONG = 3;

/** An article: title, date, contents when it is long, the answer, whether it helped, related articles, and a person. */
export function renderArticle(model: ArticleModel): string {
  const page = pageOf(model);
  const { t, article, related, locale, base, otherLanguageSlug, workspace, feedback, origin } = page;
  const { html, headings } = renderArticleBody(article.answer, calloutWords[locale]);
  const other = locale === 'ja' ? 'en' : 'ja';
  const own = page.links.article(article.slug);
  const theirs = otherLanguageSlug === null ? null : linksOf(base, other).article(otherLanguageSlug);
  return renderDocument({
    page,
    about: {
      title: article.question,
      description: excerptOf(article.answer),
      paths: locale === 'ja' ? { ja: own, en: theirs } : { ja: theirs, en: own },
      kind: 'article',
      structured: [
        {
          '@type': 'Article',
          headline: article.question,
          inLanguage: locale,
          datePublished: isoTime(article.publishedAt),
          dateModified: isoTime(article.updatedAt),
          mainEntityOfPage: origin + own,
          articleSection: categoryName(page, article.category),
          author: { '@type': 'Organization', name: workspace.name },
          publisher: { '@type': 'Organization', name: workspace.name },
        },
        crumbs(page, [
          [categoryName(page, article.category), page.links.category(article.category)],
          [article.question, own],
        ]),
      ],
    },
    children: (
      <div class="column">
        <Breadcrumb page={page} categories={page.categoryPath} />
        <article>
          <h1>{article.question}</h1>
          <p class="dates">
            {t('article.updated')}{' '}
            <time dateTime={isoTime(article.updatedAt)}>{dayText(article.updatedAt, locale, workspace.hours.timezone)}</time>
          </p>
          {headings.length >= LONG && (
            <nav class="contents" aria-labelledby="contents">
              <h2 id="contents">{t('article.contents')}</h2>
              <ol>
                {headings.map(({ id, level, text }) => (
                  <li key={id} class={level === 3 ? 'inner' : undefined}>
                    <a href={`#${id}`}>{text}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
        </article>
        <Feedback page={page} slug={article.slug} given={feedback} />
        {related.length > 0 && (
          <section aria-labelledby="related">
            <h2 id="related">{t('article.related')}</h2>
            <QuestionList page={page} articles={related} />
          </section>
        )}
        <WaysOn page={page} />
      </div>
    ),
  });
}
