import { Button } from '@mantine/core';
import { IconBook2, IconSearchOff } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { useCan } from '../../app/me.ts';
import { NextSteps } from '../../setup/next-steps.tsx';
import { Empty } from '../../ui/empty.tsx';
import type { ArticleFilter } from '../knowledge.queries.ts';
import { filterStore, isFiltered, noFilter } from './list-filter.ts';

/** An installation without knowledge: what it is good for, and the quickest ways to some. */
export function FirstSteps() {
  const t = useAdminWords();
  const mayWrite = useCan('knowledge.write');
  if (!mayWrite) return <Empty icon={IconBook2} title={t('list.empty')} text={t('list.empty_reader')} />;
  return <NextSteps />;
}

export function NothingFound({ filter }: { filter: ArticleFilter }) {
  const t = useAdminWords();
  const mayWrite = useCan('knowledge.write');
  return (
    <Empty icon={IconSearchOff} title={filter.q ? t('list.none_found', { q: filter.q }) : t('list.none')} text={t('list.none_text')}>
      {isFiltered(filter) && (
        <Button variant="default" onClick={() => filterStore.set(noFilter)}>
          {t('list.clear')}
        </Button>
      )}
      {mayWrite && (
        <LinkButton to="/knowledge/$articleId" params={{ articleId: 'new' }} variant="default">
          {t('list.new')}
        </LinkButton>
      )}
    </Empty>
  );
}
