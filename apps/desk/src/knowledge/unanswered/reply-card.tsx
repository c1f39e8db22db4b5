import type { UnansweredReply } from '@madoguchi/contract/knowledge.ts';
import { Button } from '@mantine/core';
import { IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './group-details.module.css';

type Props = { reply: UnansweredReply; mayWrite: boolean; drafting: boolean; onDraft: () => void };

/** What an agent answered, one click from becoming the answer of an article. */
export function ReplyCard({ reply, mayWrite, drafting, onDraft }: Props) {
  const t = useAdminWords();
  return (
    <article className={css.reply}>
      <header className={css.who}>
        <strong>{reply.agentName}</strong>
        {reply.isSettled && (
          <span className={css.settled}>
            <IconCircleCheck size={14} stroke={1.8} aria-hidden />
            {t('unanswered.settled')}
          </span>
        )}
        <Link to="/c/$conversationId" params={{ conversationId: reply.conversationId }} className={css.link}>
          {t('unanswered.open_conversation')}
        </Link>
      </header>
      <p className={`${css.text} prose`}>{reply.text}</p>
      {mayWrite && (
        <Button
          variant="default"
          size="compact-md"
          className={css.take}
          leftSection={<IconPencil size={16} stroke={1.6} />}
          loading={drafting}
          onClick={onDraft}
        >
          {t('unanswered.draft_from_reply')}
        </Button>
      )}
    </article>
  );
}
