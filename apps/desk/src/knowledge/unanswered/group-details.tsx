import type { UnansweredGroup } from '@madoguchi/contract/knowledge.ts';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './group-details.module.css';
import { ReplyCard } from './reply-card.tsx';

type Props = { item: UnansweredGroup; mayWrite: boolean; drafting: string | null; onDraft: (replyId: string) => void };

/** How a group was asked, what agents answered, and the conversations. */
export function GroupDetails({ item, mayWrite, drafting, onDraft }: Props) {
  const t = useAdminWords();
  const id = useId();
  const others = item.wordings.slice(1);
  return (
    <div className={css.details}>
      {others.length > 0 && (
        <section aria-labelledby={`${id}w`}>
          <h3 id={`${id}w`} className={css.title}>
            {t('unanswered.wordings')}
          </h3>
          <ul className={css.wordings}>
            {others.map((wording) => (
              <li key={wording}>{wording}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby={`${id}r`}>
        <h3 id={`${id}r`} className={css.title}>
          {t('unanswered.replies')}
        </h3>
        {item.replies.length === 0 && <p className={css.none}>{t('unanswered.no_replies')}</p>}
        {item.replies.map((reply) => (
          <ReplyCard
            key={reply.messageId}
            reply={reply}
            mayWrite={mayWrite}
            drafting={drafting === reply.messageId}
            onDraft={() => onDraft(reply.messageId)}
          />
        ))}
      </section>
      <section aria-labelledby={`${id}c`}>
        <h3 id={`${id}c`} className={css.title}>
          {t('unanswered.asked_in')}
        </h3>
        <p className={css.links}>
          {item.conversationIds.map((conversationId, index) => (
            <Link key={conversationId} to="/c/$conversationId" params={{ conversationId }} className={css.link}>
              {t('unanswered.conversation', { number: index + 1 })}
            </Link>
          ))}
        </p>
      </section>
    </div>
  );
}
