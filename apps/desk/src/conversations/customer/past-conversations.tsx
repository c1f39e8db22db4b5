import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { Rating } from '../../surveys/rating.tsx';
import { useRatingsOf } from '../../surveys/surveys.queries.ts';
import { Ago } from '../../ui/time-text.tsx';
import { ofCustomerQuery } from '../conversations.queries.ts';
import { StatusDot } from '../header/status-dot.tsx';
import { statusWord } from '../header/statuses.ts';
import css from './customer-pane.module.css';

const SHOWN = 5;

/** What this customer asked before, on every channel, latest first. */
export function PastConversations({ customerId, openId }: { customerId: string; openId: string }) {
  const t = useWords();
  const search = useSearch({ from: '/signed-in/conversations' });
  const { data } = useQuery(ofCustomerQuery(customerId));
  const ratings = useRatingsOf(customerId);
  const [all, setAll] = useState(false);
  const past = data?.items.filter((conversation) => conversation.id !== openId) ?? [];
  return (
    <section className={css.section}>
      <h4>{t('customer_pane.past')}</h4>
      {data && past.length === 0 && <p className={css.small}>{t('customer_pane.no_past')}</p>}
      <ul className={css.list}>
        {(all ? past : past.slice(0, SHOWN)).map((conversation) => (
          <li key={conversation.id}>
            <Link className={css.past} to="/c/$conversationId" params={{ conversationId: conversation.id }} search={search}>
              <span>{conversation.subject || t('conversation.untitled')}</span>
              <span className={css.pastMeta}>
                <StatusDot conversation={conversation} />
                {t(statusWord(conversation))}
                <Rating of={ratings.get(conversation.id)} small />
                <Ago at={conversation.lastActivityAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {!all && past.length > SHOWN && (
        <button type="button" className={css.more} onClick={() => setAll(true)}>
          {t('customer_pane.more_past', { count: past.length - SHOWN })}
        </button>
      )}
    </section>
  );
}
