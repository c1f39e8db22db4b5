import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { applyArticleImport, ImportPreview } from '@madoguchi/contract/knowledge.ts';
import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { Empty } from '../../ui/empty.tsx';
import { filterStore, noFilter } from '../list/list-filter.ts';
import { RefusedLines } from './refused-lines.tsx';

type Props = { result: OutputOf<typeof applyArticleImport>; preview: ImportPreview; published: boolean; onAgain: () => void };

export function ImportResult({ result, preview, published, onAgain }: Props) {
  const t = useAdminWords();
  const numbers = { added: result.added.toLocaleString(), changed: result.changed.toLocaleString() };
  return (
    <>
      <div style={{ minHeight: 280 }}>
        <Empty
          icon={IconCircleCheck}
          title={t('import.done', numbers)}
          text={t(published ? 'import.done_published' : 'import.done_drafts')}
        >
          <LinkButton to="/knowledge" onClick={() => filterStore.set({ ...noFilter, status: published ? null : 'draft' })}>
            {t('import.see_articles')}
          </LinkButton>
          <Button variant="default" onClick={onAgain}>
            {t('import.again')}
          </Button>
        </Empty>
      </div>
      {preview.refused.length > 0 && <RefusedLines refused={preview.refused} fileName={preview.fileName} isDone />}
    </>
  );
}
