import type { Message } from '@madoguchi/contract/messages.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { retryMessage } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { emptyDraft } from '../composer/draft.ts';
import { returnDraft } from '../composer/draft-store.ts';
import { putMessage } from '../conversations.cache.ts';
import css from './bubble.module.css';

/** The same again would fail the same way. */
const NEEDS_OTHER_WORDS: readonly string[] = ['too_large', 'unsupported'];

/** Our message did not get through: why, what the platform said where it said something, and another try, or its words to be changed. */
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
      {NEEDS_OTHER_WORDS.includes(message.failure?.code ?? '') ? (
        <button
          type="button"
          className={css.link}
          onClick={() => returnDraft(message.conversationId, 'reply', { ...emptyDraft, text: message.text })}
        >
          {t('delivery.rewrite')}
        </button>
      ) : (
        <button type="button" className={css.link} disabled={retrying.isPending} onClick={() => retrying.mutate()}>
          {t('delivery.retry')}
        </button>
      )}
    </span>
  );
}
