import { removeStandIn, type StandIn } from '@madoguchi/contract/routing.ts';
import { Button, CloseButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { agentsQuery } from '../../conversations/conversations.queries.ts';
import { fullDate } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { standInsQuery } from '../queues/routing-admin.queries.ts';
import css from './presence.module.css';
import { StandInDialog } from './stand-in-dialog.tsx';

/** Who stands in for whom, now and later. */
export function StandIns({ items }: { items: readonly StandIn[] }) {
  const t = useAdminWords();
  const problem = useProblemWords();
  const reader = useReader();
  const agents = useQuery(agentsQuery);
  const [open, setOpen] = useState(false);
  const nameOf = (id: string) => agents.data?.items.find((one) => one.id === id)?.name ?? '';
  const removing = useMutation({
    mutationFn: (id: string) => call(removeStandIn, { params: { id } }),
    onSuccess: (_nothing, gone) =>
      queryClient.setQueryData(standInsQuery.queryKey, (now) => now && { items: now.items.filter(({ id }) => id !== gone) }),
    onError: (error) => notifications.show({ color: 'danger', message: problem(error) }),
  });
  // It ends as the day after the last one begins.
  const lastDay = (endsAt: string) => fullDate(new Date(Date.parse(endsAt) - 1).toISOString(), reader);
  return (
    <Section
      title={t('stand_ins.title')}
      text={t('stand_ins.text')}
      action={
        <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setOpen(true)}>
          {t('stand_ins.new')}
        </Button>
      }
    >
      {items.length === 0 ? (
        <p className={css.none}>{t('stand_ins.none')}</p>
      ) : (
        <ul className={css.list}>
          {items.map(({ id, agentId, standInId, startsAt, endsAt }) => (
            <li key={id}>
              <span className={css.line}>
                <strong>{t('stand_ins.line', { agent: nameOf(agentId), by: nameOf(standInId) })}</strong>
                <small>
                  {fullDate(startsAt, reader)} – {lastDay(endsAt)}
                </small>
              </span>
              <CloseButton
                aria-label={t('stand_ins.remove', { agent: nameOf(agentId) })}
                disabled={removing.isPending}
                onClick={() => removing.mutate(id)}
              />
            </li>
          ))}
        </ul>
      )}
      {open && <StandInDialog onClose={() => setOpen(false)} />}
    </Section>
  );
}
