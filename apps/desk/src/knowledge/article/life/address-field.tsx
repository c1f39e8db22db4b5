import { ProblemError } from '@madoguchi/client/client.ts';
import { moveArticle } from '@madoguchi/contract/article-life.ts';
import type { Article } from '@madoguchi/contract/knowledge.ts';
import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { useProblemWords } from '../../../admin/problem.ts';
import { call } from '../../../app/client.ts';
import { tell } from '../../../ui/tell.tsx';
import { useArticleChange } from '../../use-article-change.ts';
import css from './settings-drawer.module.css';

type Taken = { id: string; question: string };
const takenBy = (error: unknown): Taken | null =>
  error instanceof ProblemError && error.code === 'slug.taken' ? (error.problem.article as Taken) : null;

/** The end of an article's address in the help center; who knows the old one is led to the new one. */
export function AddressField({ article }: { article: Article }) {
  const t = useAdminWords();
  const words = useProblemWords();
  const change = useArticleChange({ quiet: true });
  const [slug, setSlug] = useState(article.slug);
  const taken = takenBy(change.error);
  const save = () =>
    change.mutate(() => call(moveArticle, { params: { id: article.id }, body: { slug } }), {
      onSuccess: () => tell(t(article.publishedAt ? 'life.told_moved' : 'life.told_address')),
    });
  return (
    <fieldset className={css.part}>
      <legend>{t('life.address')}</legend>
      <TextInput
        aria-label={t('life.address')}
        description={t('life.address_help', { base: `/help${article.locale === 'en' ? '/en' : ''}/articles/` })}
        value={slug}
        maxLength={80}
        onChange={(event) => setSlug(event.currentTarget.value)}
        error={
          taken ? (
            <>
              {t('life.address_taken')}{' '}
              <Link to="/knowledge/$articleId" params={{ articleId: taken.id }}>
                {taken.question}
              </Link>
            </>
          ) : (
            change.error && words(change.error)
          )
        }
      />
      <div className={css.foot}>
        <Button variant="default" disabled={slug.trim() === '' || slug === article.slug} loading={change.isPending} onClick={save}>
          {t('life.save_address')}
        </Button>
      </div>
    </fieldset>
  );
}
