import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { useWords } from '../app/locale.tsx';
import { ChannelIcon } from '../conversations/channel-icon.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { Ago } from '../ui/time-text.tsx';
import { Rating } from './rating.tsx';
import css from './surveys.module.css';
import type { Answer } from './surveys.queries.ts';

/** One answer; opens the conversation it is about. */
export function AnswerRow({ answer }: { answer: Answer }) {
  const t = useAdminWords();
  const words = useWords();
  const { conversation, customer, agent, rating, scale, comment, ratedAt, askedAt } = answer;
  return (
    <li>
      <Link to="/c/$conversationId" params={{ conversationId: conversation.id }} className={css.row} data-row={answer.id}>
        <span className={css.rating}>
          <Rating of={rating === null ? undefined : { rating, scale }} />
        </span>
        <span className={css.words}>
          {comment && <span className={css.comment}>{comment}</span>}
          <span className={css.about}>
            <ChannelIcon channel={conversation.channel} />
            <span className={css.subject}>
              {customerName(words, customer.name)}・{conversation.subject || words('conversation.untitled')}
            </span>
            <span className={css.number}>#{conversation.number}</span>
          </span>
        </span>
        <span className={css.by}>
          <span>{agent?.name ?? t('surveys.bot')}</span>
          <Ago at={ratedAt ?? askedAt} />
        </span>
      </Link>
    </li>
  );
}
