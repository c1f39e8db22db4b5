import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
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
import { useArticleEditor } from './use-article-editor.ts';

/** One article: written, tried and published here. `/knowledge/new` is an article that is not saved yet. */
export function ArticlePage() {
  const { articleId = 'new' } = useParams({ strict: false });
  return articleId === 'new' ? <NewArticle key="new" /> : <SavedArticle key={articleId} id={articleId} />;
}

function NewArticle() {
  return useCan('knowledge.write') ? <Editing articleId="new" article={null} /> : <NoPermission />;
}

function SavedArticle({ id }: { id: string }) {
  const t = useAdminWords();
  const mayWrite = useCan('knowledge.write');
  const { data: article, error, refetch } = useQuery(articleQuery(id));
  if (article) return mayWrite ? <Editing articleId={id} article={article} /> : <ReadView article={article} />;
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

type EditingProps = { articleId: string; article: Parameters<typeof useArticleEditor>[0]['article'] };

function Editing({ articleId, article }: EditingProps) {
  const { agent } = useMe();
  const locale = useLocale();
  const navigate = useNavigate();
  const editor = useArticleEditor({
    agentId: agent.id,
    articleId,
    article,
    blank: blankFields(locale),
    onCreated: (id) => void navigate({ to: '/knowledge/$articleId', params: { articleId: id }, replace: true }),
  });
  return <EditorView article={article} editor={editor} />;
}
