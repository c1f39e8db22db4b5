import type { Article } from '@madoguchi/contract/knowledge.ts';
import { Page } from '../../ui/page.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { BackToList } from './back-to-list.tsx';
import { fieldsOf } from './fields.ts';
import { Preview } from './preview.tsx';

/** For agents who may read the knowledge but not change it. */
export function ReadView({ article }: { article: Article }) {
  return (
    <Page
      title={article.question}
      back={<BackToList />}
      actions={<StatusBadge status={article.status} audience={article.audience} />}
      width={720}
    >
      <Preview fields={fieldsOf(article)} article={article} />
    </Page>
  );
}
