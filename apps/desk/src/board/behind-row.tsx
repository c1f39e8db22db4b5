import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Button, Checkbox } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { useLocale, useWords } from '../app/locale.tsx';
import { useMe } from '../app/me.ts';
import { ChannelIcon } from '../conversations/channel-icon.tsx';
import { useAssign } from '../conversations/conversations.mutations.ts';
import { customerName } from '../conversations/customer-name.ts';
import { DueMark } from '../conversations/due/due-mark.tsx';
import { tellWithUndo } from '../ui/tell.tsx';
import { shortDuration } from '../ui/time.ts';
import css from './behind.module.css';
import { waitLook } from './wait-look.ts';

type Props = {
  conversation: Conversation;
  replyMinutes: number;
  now: number;
  chosen: boolean;
  /** Null for those who may not move. */
  toggle: (() => void) | null;
};

/** One conversation behind a number. Opening it only looks: nobody is told that it was read, and whoever has it keeps it. */
export function BehindRow({ conversation, replyMinutes, now, chosen, toggle }: Props) {
  const t = useAdminWords();
  const words = useWords();
  const locale = useLocale();
  const me = useMe().agent;
  const navigate = useNavigate();
  const assign = useAssign(conversation.id);
  const { id, channel, customer, waitingSince, assignee, due } = conversation;
  const subject = conversation.subject || words('conversation.untitled');
  const take = () => {
    assign({ agent: { id: me.id, name: me.name }, team: assignee.team });
    void navigate({ to: '/c/$conversationId', params: { conversationId: id } });
    tellWithUndo(t('board.taken', { subject }), { label: t('board.undo'), undo: () => assign(assignee) });
  };
  return (
    <li className={css.row} data-chosen={chosen || undefined}>
      {toggle && <Checkbox checked={chosen} onChange={toggle} aria-label={t('board.select_row', { subject })} className={css.check} />}
      <Link to="/c/$conversationId" params={{ conversationId: id }} className={css.link}>
        <span className={css.subject}>
          <ChannelIcon channel={channel} />
          <span className={css.clip}>{subject}</span>
        </span>
        <span className={css.meta}>
          <span className={css.clip}>{customerName(words, customer.name)}</span>
          {waitingSince && (
            <span className={css.waits} data-look={waitLook(waitingSince, replyMinutes, now)}>
              {t('board.waits', { time: shortDuration(now - Date.parse(waitingSince), locale) })}
            </span>
          )}
          {due && <DueMark due={due} />}
        </span>
      </Link>
      {toggle && assignee.agent?.id !== me.id && (
        <Button variant="default" size="compact-sm" className={css.take} title={t('board.take_text')} onClick={take}>
          {t('board.take')}
        </Button>
      )}
    </li>
  );
}
