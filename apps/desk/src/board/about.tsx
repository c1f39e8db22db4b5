import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { useAdminWords } from '../admin/admin-words.ts';
import { useWords } from '../app/locale.tsx';
import { customerName } from '../conversations/customer-name.ts';
import css from './about.module.css';

/** What a conversation is about, whose it is and who has it, in two lines of a row. */
export function About({ conversation: { subject, customer, assignee } }: { conversation: Conversation }) {
  const t = useAdminWords();
  const words = useWords();
  return (
    <span className={css.about}>
      <span className={css.subject}>{subject || words('conversation.untitled')}</span>
      <span className={css.who}>
        {[customerName(words, customer.name), assignee.agent?.name ?? assignee.team?.name ?? t('board.unassigned')].join(' · ')}
      </span>
    </span>
  );
}
