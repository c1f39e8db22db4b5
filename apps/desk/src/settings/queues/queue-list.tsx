import type { Queue } from '@madoguchi/contract/routing.ts';
import { Alert } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { ListHead } from '../list-head.tsx';
import { OrderedRow } from '../ordered-row.tsx';
import css from './queues.module.css';
import { putInOrder } from './queues.mutations.ts';
import { TryRouting } from './try-routing.tsx';
import { useQueueWords } from './use-queue-words.ts';

/** The queues in the order in which they are tried, the default one last, and a try below. */
export function QueueList({ queues }: { queues: readonly Queue[] }) {
  const t = useAdminWords();
  return (
    <>
      {queues.every(({ mode }) => mode === 'manual') && (
        <Alert color="gray" mb={16}>
          {t('queues.off')}
        </Alert>
      )}
      <ListHead text={null}>
        <LinkButton to="/settings/$" params={{ _splat: 'queues/new' }} leftSection={<IconPlus size={16} stroke={2} />}>
          {t('queues.new')}
        </LinkButton>
      </ListHead>
      <ol className={css.list}>
        {queues.map((queue, index) => (
          <QueueRow key={queue.id} queue={queue} at={index} queues={queues} />
        ))}
      </ol>
      <TryRouting />
    </>
  );
}

function QueueRow({ queue, at, queues }: { queue: Queue; at: number; queues: readonly Queue[] }) {
  const t = useAdminWords();
  const { rule, whom } = useQueueWords(queue, queues);
  const ordering = useMutation({ mutationFn: putInOrder });
  const { id, name, isDefault, mode, waiting } = queue;
  return (
    <OrderedRow
      name={name}
      marks={
        <>
          <span className={css.badge} data-on={mode === 'manual' ? undefined : ''}>
            {t(`queues.mode.${mode}`)}
          </span>
          {waiting > 0 && <span className={css.waiting}>{t('queues.waiting', { count: waiting })}</span>}
        </>
      }
      facts={[isDefault ? t('queues.default') : rule, ...(mode === 'manual' ? [] : [whom])]}
      path={`queues/${id}`}
      at={at}
      last={queues.length - 2}
      busy={ordering.isPending}
      onMove={isDefault ? null : (by) => ordering.mutate(queues.filter((one) => one.id !== id).toSpliced(at + by, 0, queue))}
    />
  );
}
