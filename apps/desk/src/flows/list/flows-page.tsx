import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useListKeys } from '../../admin/list-keys.ts';
import { useCan } from '../../app/me.ts';
import { KnowledgeFrame } from '../../knowledge/knowledge-frame.tsx';
import { Failure } from '../../ui/failure.tsx';
import { flowsQuery } from '../flows.queries.ts';
import { FlowRow } from './flow-row.tsx';
import css from './flows-list.module.css';
import { NewFlow, NoFlows } from './new-flow.tsx';

const placeholders = ['a', 'b', 'c'];

/** Every flow, last changed first; archived ones wait behind a button. */
export function FlowsPage() {
  const t = useAdminWords();
  const mayWrite = useCan('knowledge.write');
  const { data, error, refetch } = useQuery(flowsQuery);
  const [archivedToo, setArchivedToo] = useState(false);
  const listRef = useRef<HTMLUListElement>(null);
  useListKeys({ list: listRef });
  const items = data?.items ?? [];
  const archived = items.filter(({ status }) => status === 'archived');
  const shown = archivedToo ? items : items.filter(({ status }) => status !== 'archived');
  const waiting = !data && !error;
  return (
    <KnowledgeFrame tab="flows" actions={mayWrite && items.length > 0 && <NewFlow />}>
      <p className={`${css.intro} prose`}>{t('flows.intro')}</p>
      {error && !data && (
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {data && shown.length === 0 && <NoFlows mayWrite={mayWrite} />}
      {(waiting || shown.length > 0) && (
        <div className={css.columns} aria-hidden>
          <span>{t('flows.col_name')}</span>
          <span>{t('flows.col_status')}</span>
          <span>{t('flows.col_triggers')}</span>
          <span className={css.steps}>{t('flows.col_steps')}</span>
          <span className={css.started}>{t('flows.col_started')}</span>
          <span className={css.changed}>{t('flows.col_changed')}</span>
        </div>
      )}
      <ul ref={listRef} className={css.list} aria-busy={waiting}>
        {waiting &&
          placeholders.map((key) => (
            <li key={key} className={css.item}>
              <div className={css.row}>
                <Skeleton height={20} />
              </div>
            </li>
          ))}
        {shown.map((flow) => (
          <FlowRow key={flow.id} flow={flow} mayWrite={mayWrite} />
        ))}
      </ul>
      {archived.length > 0 && (
        <Button variant="subtle" color="gray" mt={8} ml={-12} onClick={() => setArchivedToo(!archivedToo)}>
          {archivedToo ? t('flows.archived_hide') : t('flows.archived_show', { count: archived.length })}
        </Button>
      )}
    </KnowledgeFrame>
  );
}
