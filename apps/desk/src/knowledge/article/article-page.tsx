import type { Article } from '@madoguchi/contract/knowledge.ts';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { NoPermission } from '../../admin/no-permission.tsx';
import { useLocale } from '../../app/locale.tsx';
import { useCan, useMe } from '../../app/me.ts';
import { Failure } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { articleQuery } from '../knowledge.queries.ts';
import { BackToList } from './back-to-list.tsx';
import { EditorView } from './editor-view.tsx';
import { blankFields } from './fields.ts';
import { ReadView } from './read-view.tsx';
import { type ShownArticle, showArticle } from './shown-article.ts';
import { useArticleEditor } from './use-article-editor.ts';

/** One article: written, tried and published here. `/knowledge/new` is an article that is not saved yet. */
export function ArticlePage() {
  const { articleId = 'new' } = useParams({ strict: false });
  const navigate = useNavigate();
  const [before, setShown] = useState<ShownArticle>({ id: articleId, key: 0, written: null });
  const shown = showArticle(before, articleId);
  if (shown !== before) setShown(shown);
  const created = (id: string) => {
    setShown((now) => ({ ...now, written: id }));
    void navigate({ to: '/knowledge/$articleId', params: { articleId: id }, replace: true });
  };
  return <OneArticle key={shown.key} id={articleId} onCreated={created} />;
}

type Props = { id: string; onCreated: (id: string) => void };

function OneArticle({ id, onCreated }: Props) {
  const t = useAdminWords();
  const mayWrite = useCan('knowledge.write');
  const isNew = id === 'new';
  const { data: article, error, refetch } = useQuery({ ...articleQuery(id), enabled: !isNew });
  if (isNew && !mayWrite) return <NoPermission />;
  if (mayWrite && (isNew || article)) return <Editing articleId={id} article={article ?? null} onCreated={onCreated} />;
  if (article) return <ReadView article={article} />;
  return (
    <Page title={t('article.loading')} back={<BackToList />} width={1344}>
      {error ? (
        <Failure error={error}>
          <Button onClick={() => void refetch()}>{t('retry')}</Button>
        </Failure>
      ) : (
        <Skeleton height={420} radius="md" aria-label={t('article.loading')} />
      )}
    </Page>
  );
}

type EditingProps = { articleId: string; article: Article | null; onCreated: (id: string) => void };

function Editing({ articleId, article, onCreated }: EditingProps) {
  const { agent } = useMe();
  const locale = useLocale();
  const editor = useArticleEditor({ agentId: agent.id, articleId, article, blank: blankFields(locale), onCreated });
  return <EditorView article={article} editor={editor} />;
}
