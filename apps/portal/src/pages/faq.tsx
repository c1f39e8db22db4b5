import type { Locale } from '@madoguchi/contract/common.ts';
import { linksOf } from '../links.ts';
import { calloutWords } from '../markdown/callout-words.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import type { ArticleSummary, FaqModel } from '../models.ts';
import { renderDocument } from '../page/document.tsx';
import { pageOf } from '../page/page.ts';
import { crumbs } from '../page/structured.ts';
import { Breadcrumb } from '../parts/breadcrumb.tsx';
import { categoryName } from '../parts/lists.tsx';
import { WaysOn } from '../parts/ways-on.tsx';

/** A longer answer is a page to read: its beginning stands here, and the way there. */
const LONGEST_ANSWER = 1200;
const BEGINNING = 240;

const isLong = ({ answer }: ArticleSummary) => answer.length > LONGEST_ANSWER;

/** Headings of an answer stand below the question, which is a third-level heading here. The sanitizer's headings are bare tags. */
const answerHtml = ({ answer }: ArticleSummary, locale: Locale): string =>
  renderMarkdown(answer, calloutWords[locale]).replace(
    /<(\/?)h([2-4])>/g,
    (_, end: string, level: string) => `<${end}h${Number(level) + 2}>`,
  );

/** What is asked most, by category, each answer unfolded by its question. Works without a script. */
export function renderFaq(model: FaqModel): string {
  const page = pageOf(model);
  const { t, links, base, groups, workspace, locale } = page;
  const articles = groups.flatMap((group) => group.articles);
  const paths = { ja: linksOf(base, 'ja').faq, en: linksOf(base, 'en').faq };
  return renderDocument({
    page,
    about: {
      title: t('faq.title'),
      description: t('faq.description', { name: workspace.name }),
      paths,
      structured: [
        ...(articles.length > 0
          ? [{ '@type': 'FAQPage', inLanguage: locale, mainEntity: articles.map((article) => asked(article, locale)) }]
          : []),
        crumbs(page, [[t('faq.title'), links.faq]]),
      ],
    },
    children: (
      <div class="column">
        <Breadcrumb page={page} />
        <h1>{t('faq.title')}</h1>
        {articles.length === 0 && <p class="empty">{t('home.empty')}</p>}
        {groups.length > 1 && (
          <nav class="jumps" aria-label={t('faq.jumps')}>
            <ul>
              {groups.map(({ name }, i) => (
                <li key={name}>
                  <a href={`#group-${i + 1}`}>{categoryName(page, name)}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {groups.map(({ name, articles: asked }, i) => (
          <section key={name} class="faq" aria-labelledby={`group-${i + 1}`}>
            <h2 id={`group-${i + 1}`}>{categoryName(page, name)}</h2>
            {asked.map((article) => (
              <details key={article.slug}>
                <summary>
                  <h3>{article.question}</h3>
                </summary>
                <div class="answer">
                  {isLong(article) ? (
                    <p>{excerptOf(article.answer, '', BEGINNING)}</p>
                  ) : (
                    <div class="prose" dangerouslySetInnerHTML={{ __html: answerHtml(article, locale) }} />
                  )}
                  <p class="onward">
                    <a href={links.article(article.slug)}>
                      {isLong(article) ? t('faq.more') : t('faq.article')}
                      <span class="unseen"> – {article.question}</span>
                    </a>
                  </p>
                </div>
              </details>
            ))}
          </section>
        ))}
        <p class="onward">
          <a href={`${links.home}#categories`}>{t('home.categories')}</a>
        </p>
        <WaysOn page={page} />
      </div>
    ),
  });
}

const asked = (article: ArticleSummary, locale: Locale): object => ({
  '@type': 'Question',
  name: article.question,
  acceptedAnswer: { '@type': 'Answer', text: isLong(article) ? excerptOf(article.answer, '', BEGINNING) : answerHtml(article, locale) },
});
