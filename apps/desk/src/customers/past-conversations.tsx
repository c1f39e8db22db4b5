import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { Section } from '../admin/section.tsx';
import { ChannelIcon } from '../conversations/channel-icon.tsx';
import { ofCustomerQuery } from '../conversations/conversations.queries.ts';
import { Rating } from '../surveys/rating.tsx';
import { useRatingsOf } from '../surveys/surveys.queries.ts';
import { Ago } from '../ui/time-text.tsx';
import css from './past-conversations.module.css';
import { statusWord } from './status-word.ts';

export function PastConversations({ customerId }: { customerId: string }) {
  const t = useAdminWords();
  const { data, error } = useQuery(ofCustomerQuery(customerId));
  const ratings = useRatingsOf(customerId);
  return (
    <Section title={t('customer.conversations')}>
      {error && !data && <p className={css.none}>{t('customer.conversations_failed')}</p>}
      {!data && !error && <Skeleton height={120} />}
      {data?.items.length === 0 && <p className={css.none}>{t('customer.no_conversations')}</p>}
      <ul className={css.list}>
        {data?.items.map((conversation) => (
          <li key={conversation.id}>
            <Link to="/c/$conversationId" params={{ conversationId: conversation.id }} className={css.row}>
              <span className={css.head}>
                <ChannelIcon channel={conversation.channel} />
                <span className={css.subject}>{conversation.subject || conversation.preview}</span>
                <span className={css.number}>#{conversation.number}</span>
              </span>
              <span className={css.foot}>
                {t(statusWord(conversation))}
                {conversation.assignee.agent && <> · {conversation.assignee.agent.name}</>}
                <Rating of={ratings.get(conversation.id)} small />
                <Ago at={conversation.lastActivityAt} className={css.time} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
