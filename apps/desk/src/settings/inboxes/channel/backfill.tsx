import { startBackfill } from '@madoguchi/contract/channels.ts';
import { Button, TextInput } from '@mantine/core';
import { IconMailDown } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { Section } from '../../../admin/section.tsx';
import { call } from '../../../app/client.ts';
import { Failure } from '../../../ui/failure.tsx';
import { tell } from '../../../ui/tell.tsx';
import { backfillsQuery } from './backfill.queries.ts';
import { BackfillList } from './backfill-list.tsx';
import css from './channel.module.css';

/** A day as its first moment here, so many days later. */
const moment = (day: string, days = 0): string => {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + days);
  return at.toISOString();
};

/** Has mail of a period read in that lay in the mailbox before. How far that got stands below. */
export function Backfill({ inboxId }: { inboxId: string }) {
  const t = useAdminWords();
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => call(startBackfill, { params: { id: inboxId }, body: { since: moment(since), until: moment(until, 1) } }),
    onSuccess: () => {
      tell(t('backfill.asked'));
      void client.invalidateQueries({ queryKey: backfillsQuery(inboxId).queryKey });
    },
  });
  const isPeriod = since !== '' && until !== '' && since <= until;
  return (
    <Section title={t('backfill.title')} text={t('backfill.text')}>
      <div className={css.period}>
        <TextInput type="date" label={t('backfill.since')} value={since} onChange={(event) => setSince(event.currentTarget.value)} />
        <TextInput type="date" label={t('backfill.until')} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
        <Button
          variant="default"
          leftSection={<IconMailDown size={16} stroke={1.6} />}
          disabled={!isPeriod}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        >
          {t('backfill.start')}
        </Button>
      </div>
      {ask.error && <Failure error={ask.error} />}
      <BackfillList inboxId={inboxId} />
    </Section>
  );
}
