import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/locale.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { ChannelIcon } from '../channel-icon.tsx';
import { ofCustomerQuery } from '../conversations.queries.ts';
import { StatusDot } from '../header/status-dot.tsx';
import { statusWord } from '../header/statuses.ts';
import choice from '../timeline/mail/move-dialog.module.css';
import { useMergeConversation } from './joined.mutations.ts';

/** The person's other conversations: the one chosen goes on in this one. */
export function MergeDialog({ conversation, close }: { conversation: Conversation; close: () => void }) {
  const t = useWords();
  const merge = useMergeConversation(conversation.id);
  const { data, error, isPending } = useQuery(ofCustomerQuery(conversation.customer.id));
  const others = data?.items.filter(({ id }) => id !== conversation.id);
  return (
    <Modal
      opened
      onClose={close}
      title={t('merge.title', { number: conversation.number })}
      size={520}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <p className={choice.lead}>{t('merge.lead')}</p>
      {isPending && <p className={choice.lead}>{t('merge.loading')}</p>}
      {error && !data && <p className={choice.lead}>{t('merge.failed')}</p>}
      {others?.length === 0 && <p className={choice.lead}>{t('mail.move_none')}</p>}
      <ul className={choice.list}>
        {others?.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className={choice.choice}
              onClick={() => {
                close();
                merge.mutate(other);
              }}
            >
              <span>
                {other.subject || t('conversation.untitled')} <span className={choice.number}>#{other.number}</span>
              </span>
              <span className={choice.meta}>
                <ChannelIcon channel={other.channel} />
                <StatusDot conversation={other} />
                {t(statusWord(other))}
                <Ago at={other.lastActivityAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
