import type { checkInbox } from '@madoguchi/contract/channels.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { Alert, Button } from '@mantine/core';
import { IconCircleCheck, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { useChannelWords } from '../../../channels/channel-words.ts';
import { Failure } from '../../../ui/failure.tsx';
import css from './channel.module.css';

type InboxCheck = OutputOf<typeof checkInbox>;

/** Asks the platform whether the settings are good, and says what it said. `blocked`: what stands in the form is not saved yet. */
export function Check({ check, blocked }: { check: UseQueryResult<InboxCheck>; blocked: boolean }) {
  const t = useAdminWords();
  return (
    <div className={css.check}>
      <div className={css.checkRow}>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} stroke={1.6} />}
          loading={check.isFetching}
          disabled={blocked}
          onClick={() => void check.refetch()}
        >
          {t('channel.check')}
        </Button>
        {blocked && <span className={css.small}>{t('channel.check_saved_first')}</span>}
      </div>
      <div role="status">
        {!check.isFetching && check.error && <Failure error={check.error} />}
        {!check.isFetching && !check.error && check.data && <Result {...check.data} />}
      </div>
    </div>
  );
}

function Result({ ok, account, failure, detail }: InboxCheck) {
  const t = useAdminWords();
  const words = useChannelWords();
  if (ok)
    return (
      <Alert color="success" icon={<IconCircleCheck />} title={t('channel.check_ok')}>
        {account && t('channel.check_account', { account })}
      </Alert>
    );
  return (
    <Alert color="danger" icon={<IconPlugConnectedX />} title={t('channel.check_failed')}>
      {failure && <p className={css.said}>{words.failure(failure)}</p>}
      {failure && words.wayOut(failure) && <p className={css.said}>{words.wayOut(failure)}</p>}
      {detail && <p className={css.detail}>{detail}</p>}
    </Alert>
  );
}
