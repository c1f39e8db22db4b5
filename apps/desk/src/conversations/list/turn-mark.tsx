import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { IconBellZ, IconCheck, IconClock, IconCornerDownLeft, IconRobot } from '@tabler/icons-react';
import { useLocale, useWords } from '../../app/locale.tsx';
import { shortTime } from '../../ui/time.ts';
import { Ago } from '../../ui/time-text.tsx';
import { useNow, useReader } from '../../ui/use-now.ts';
import { turnOf } from './turn.ts';
import css from './turn-mark.module.css';

const icon = { size: 14, stroke: 1.8, 'aria-hidden': true } as const;

/** Whose turn, in a word and a shape, and since when: how long the customer has waited, or when something last happened. */
export function TurnMark({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const reader = useReader();
  const turn = turnOf(conversation, useNow(), useLocale());
  const last = <Ago at={conversation.lastActivityAt} className={css.time} />;
  if (conversation.spam) return last;
  if (conversation.snoozed)
    return (
      <span className={css.mark}>
        <IconBellZ {...icon} />
        {conversation.snoozed.until ? shortTime(conversation.snoozed.until, reader) : t('snooze.until_reply')}
      </span>
    );
  switch (turn.who) {
    case 'us':
      return (
        <span className={css.mark} data-who="us">
          <IconClock {...icon} />
          {turn.waited === null ? t('turn.us') : turn.justNow ? t('turn.just_now') : t('turn.waited', { time: turn.waited })}
        </span>
      );
    case 'bot':
      return (
        <span className={css.mark} data-who="bot">
          <IconRobot {...icon} />
          {t('turn.bot')}
          {last}
        </span>
      );
    case 'customer':
      return (
        <span className={css.mark}>
          <IconCornerDownLeft {...icon} />
          {t('turn.customer')}
          {last}
        </span>
      );
    case 'nobody':
      return (
        <span className={css.mark} data-who="nobody">
          <IconCheck {...icon} />
          {t(turn.closed ? 'status.closed' : 'status.resolved')}
          {last}
        </span>
      );
  }
}
