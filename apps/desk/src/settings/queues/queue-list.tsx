import type { Queue } from '@madoguchi/contract/routing.ts';
import { ActionIcon, Alert } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { ListHead } from '../list-head.tsx';
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
  const last = queues.length - 2;
  const move = (by: -1 | 1) => ordering.mutate(queues.filter((one) => one.id !== id).toSpliced(at + by, 0, queue));
  return (
    <li className={css.row}>
      <span className={css.place}>{at + 1}</span>
      <Link to="/settings/$" params={{ _splat: `queues/${id}` }} className={css.words}>
        <span className={css.name}>
          {name}
          <span className={css.badge} data-on={mode === 'manual' ? undefined : ''}>
            {t(`queues.mode.${mode}`)}
          </span>
          {waiting > 0 && <span className={css.waiting}>{t('queues.waiting', { count: waiting })}</span>}
        </span>
        <span className={css.facts}>{isDefault ? t('queues.default') : rule}</span>
        {mode !== 'manual' && <span className={css.facts}>{whom}</span>}
        <IconChevronRight size={16} stroke={1.6} aria-hidden className={css.chevron} />
      </Link>
      {!isDefault && (
        <span className={css.moves}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            disabled={at === 0}
            aria-label={t('queues.up', { name })}
            onClick={() => move(-1)}
          >
            <IconArrowUp size={16} stroke={1.6} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            disabled={at >= last}
            aria-label={t('queues.down', { name })}
            onClick={() => move(1)}
          >
            <IconArrowDown size={16} stroke={1.6} />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
