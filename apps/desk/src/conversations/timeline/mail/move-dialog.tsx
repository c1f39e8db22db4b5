import type { Message } from '@madoguchi/contract/messages.ts';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../app/locale.tsx';
import { Ago } from '../../../ui/time-text.tsx';
import { detailQuery, ofCustomerQuery } from '../../conversations.queries.ts';
import { StatusDot } from '../../header/status-dot.tsx';
import { statusWord } from '../../header/statuses.ts';
import css from './move-dialog.module.css';

type Props = { opened: boolean; message: Message; move: (conversationId: string) => Promise<void>; close: () => void };

/** The customer's other conversations, latest first. */
export function MoveDialog({ opened, message, move, close }: Props) {
  const t = useWords();
  const { data: detail } = useQuery(detailQuery(message.conversationId));
  const customerId = detail?.conversation.customer.id;
  const { data } = useQuery({ ...ofCustomerQuery(customerId ?? ''), enabled: customerId !== undefined });
  const others = data?.items.filter(({ id }) => id !== message.conversationId);
  return (
    <Modal opened={opened} onClose={close} title={t('mail.move_title')} size={520} closeButtonProps={{ 'aria-label': t('mail.close') }}>
      <p className={css.lead}>{t('mail.move_lead')}</p>
      {others?.length === 0 && <p className={css.lead}>{t('mail.move_none')}</p>}
      <ul className={css.list}>
        {others?.map((conversation) => (
          <li key={conversation.id}>
            <button
              type="button"
              className={css.choice}
              onClick={() => {
                close();
                void move(conversation.id);
              }}
            >
              <span>
                {conversation.subject || t('conversation.untitled')} <span className={css.number}>#{conversation.number}</span>
              </span>
              <span className={css.meta}>
                <StatusDot conversation={conversation} />
                {t(statusWord(conversation))}
                <Ago at={conversation.lastActivityAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
