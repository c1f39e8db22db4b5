import type { Message } from '@madoguchi/contract/messages.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { retryMessage } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { putMessage } from '../conversations.cache.ts';
import css from './bubble.module.css';

/** Our message did not get through: why, what the platform said where it said something, and another try. */
export function FailedMark({ message }: { message: Message }) {
  const t = useWords();
  const channels = useChannelWords();
  const client = useQueryClient();
  const retrying = useMutation({
    mutationFn: () => call(retryMessage, { params: { id: message.id } }),
    onSuccess: () => putMessage(client, { ...message, delivery: 'sent', failure: null }),
  });
  const reason = message.failure && channels.failure(message.failure.code);
  return (
    <span className={css.mark} data-kind="failed" title={message.failure?.detail || undefined}>
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden style={{ flex: 'none' }} />
      {reason ? t('delivery.failed_because', { reason }) : t('delivery.failed')}
      <button type="button" className={css.link} disabled={retrying.isPending} onClick={() => retrying.mutate()}>
        {t('delivery.retry')}
      </button>
    </span>
  );
}
