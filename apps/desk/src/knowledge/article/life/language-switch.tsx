import { listArticleTranslations, translateArticle } from '@madoguchi/contract/article-life.ts';
import type { Article } from '@madoguchi/contract/knowledge.ts';
import { Button } from '@mantine/core';
import { IconLanguage, IconPlus } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { call } from '../../../app/client.ts';
import { useArticleChange } from '../../use-article-change.ts';
import css from './life-strip.module.css';

const names = { ja: '日本語', en: 'English' } as const;

/** The languages of an article; asked for again when one of them is saved. */
export const translationsQuery = ({ id, version }: Pick<Article, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['articles', 'list', 'translations', id, version] as const,
    queryFn: () => call(listArticleTranslations, { params: { id } }),
  });

/** From one language of an article to the other, or the beginning of it. */
export function LanguageSwitch({ article }: { article: Article }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const { data } = useQuery(translationsQuery(article));
  const change = useArticleChange();
  const items = data?.items ?? [{ id: article.id, locale: article.locale, isBehind: false }];
  const missing = article.locale === 'ja' ? 'en' : 'ja';
  const start = () =>
    change.mutate(() => call(translateArticle, { params: { id: article.id } }), {
      onSuccess: ({ id }) => void navigate({ to: '/knowledge/$articleId', params: { articleId: id } }),
    });
  return (
    <nav className={css.languages} aria-label={t('life.languages')}>
      <IconLanguage size={16} stroke={1.6} aria-hidden className={css.icon} />
      {items.map(({ id, locale, isBehind }) => (
        <Link
          key={id}
          to="/knowledge/$articleId"
          params={{ articleId: id }}
          className={css.language}
          lang={locale}
          aria-current={id === article.id ? 'page' : undefined}
        >
          {names[locale]}
          {isBehind && <span className={css.behind}>{t('life.behind')}</span>}
        </Link>
      ))}
      {data?.items.length === 1 && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          loading={change.isPending}
          onClick={start}
        >
          {t('life.translate', { language: names[missing] })}
        </Button>
      )}
    </nav>
  );
}
