import type { AutomationRule } from '@madoguchi/contract/automation.ts';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { tell } from '../../ui/tell.tsx';
import { shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './automation.module.css';
import { letRunAgain } from './automation.queries.ts';
import { useCodeWords } from './use-code-words.ts';

/** What somebody should look at: the last action that was refused, and conversations where the rule was stopped. */
export function RuleTroubles({ rule: { id, name, lastError, stopped } }: { rule: AutomationRule }) {
  const t = useAdminWords();
  const reader = useReader();
  const code = useCodeWords();
  const resuming = useMutation({ mutationFn: () => letRunAgain(id), onSuccess: () => tell(t('automation.told_resumed', { name })) });
  return (
    <>
      {lastError && (
        <p className={css.trouble}>
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
          {t('automation.last_error', { time: shortTime(lastError.at, reader), problem: code(lastError.code) })}
        </p>
      )}
      {stopped.length > 0 && (
        <p className={css.trouble} data-stopped>
          <IconHandStop size={14} stroke={1.8} aria-hidden />
          {t('automation.stopped')}
          {stopped.map(({ conversationId, number }) => (
            <Link key={conversationId} to="/c/$conversationId" params={{ conversationId }}>
              #{number}
            </Link>
          ))}
          <Button variant="subtle" size="compact-xs" loading={resuming.isPending} onClick={() => resuming.mutate()}>
            {t('automation.resume')}
          </Button>
        </p>
      )}
    </>
  );
}
