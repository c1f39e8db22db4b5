import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Button, Checkbox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { useLocale, useWords } from '../app/locale.tsx';
import { useMe } from '../app/me.ts';
import { ChannelIcon } from '../conversations/channel-icon.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { DueMark } from '../conversations/due/due-mark.tsx';
import { useTakeOver } from '../conversations/take-over/use-take-over.ts';
import { shortDuration } from '../ui/time.ts';
import css from './behind.module.css';
import { RowActions } from './row-actions.tsx';
import { RowLink } from './row-link.tsx';
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
  const takeOver = useTakeOver(conversation);
  const { id, channel, customer, waitingSince, assignee, due } = conversation;
  const subject = conversation.subject || words('conversation.untitled');
  const take = () => {
    takeOver();
    void navigate({ to: '/c/$conversationId', params: { conversationId: id } });
  };
  return (
    <li className={css.row} data-chosen={chosen || undefined}>
      {toggle && <Checkbox checked={chosen} onChange={toggle} aria-label={t('board.select_row', { subject })} className={css.check} />}
      <RowLink conversation={conversation} className={css.link}>
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
      </RowLink>
      {toggle && assignee.agent?.id !== me.id && (
        <Button variant="default" size="compact-sm" className={css.take} title={t('board.take_text')} onClick={take}>
          {t('board.take')}
        </Button>
      )}
      <RowActions conversation={conversation} />
    </li>
  );
}
