import { type NotificationPolicy, updateNotificationPolicy } from '@madoguchi/contract/notifications.ts';
import { Radio } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { Loaded } from '../loaded.tsx';
import { policyQuery } from './notification-settings.queries.ts';
import css from './notifications-section.module.css';

const choices = ['nothing', 'names', 'words'] as const;

/** How much of customers mails and devices show, for everybody; set at once. */
export function Policy() {
  const t = useAdminWords();
  const query = useQuery(policyQuery);
  const set = useMutation({
    mutationFn: (shows: NotificationPolicy['shows']) => call(updateNotificationPolicy, { body: { shows } }),
    onSuccess: (policy) => queryClient.setQueryData(policyQuery.queryKey, policy),
  });
  return (
    <Section title={t('notify.policy')} text={t('notify.policy_text')}>
      <Loaded query={query} height={100}>
        {({ shows }) => (
          <Radio.Group
            aria-label={t('notify.policy')}
            value={set.isPending ? set.variables : shows}
            onChange={(value) => set.mutate(value as NotificationPolicy['shows'])}
          >
            <div className={css.choices}>
              {choices.map((value) => (
                <Radio key={value} value={value} label={t(`notify.policy_${value}`)} />
              ))}
            </div>
          </Radio.Group>
        )}
      </Loaded>
    </Section>
  );
}
