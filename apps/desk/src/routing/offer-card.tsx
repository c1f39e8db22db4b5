import type { Offer } from '@madoguchi/contract/routing.ts';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../app/locale.tsx';
import { queryClient } from '../app/query-client.ts';
import { ChannelIcon } from '../conversations/channel-icon.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { PriorityMark } from '../conversations/priority-mark.tsx';
import { Keys } from '../keys/key-names.tsx';
import { shortDuration } from '../ui/time.ts';
import { useReader } from '../ui/use-now.ts';
import css from './offer-card.module.css';
import { timeLeft, whyWords } from './offer-words.ts';
import { offersQuery } from './routing.queries.ts';

const TICK_MS = 500;
const declineReasons = ['busy', 'skill', 'conflict', 'other'] as const;

type Props = {
  offer: Offer;
  skew: number;
  /** The one that the key takes. */
  first: boolean;
  accepting: boolean;
  onAccept: () => void;
  onDecline: (reason: string) => void;
};

/** A conversation that is offered to me: whose, about what, for how long they wait, why me, and how long I have. */
export function OfferCard({ offer, skew, first, accepting, onAccept, onDecline }: Props) {
  const t = useWords();
  const { locale } = useReader();
  const now = useTick();
  const { seconds, share } = timeLeft(offer, skew, now);
  const isOver = seconds === 0;
  useEffect(() => {
    // Its fact is on its way; asked for, in case it got lost.
    if (isOver) void queryClient.invalidateQueries({ queryKey: offersQuery.queryKey });
  }, [isOver]);
  const { conversation, queueName, why } = offer;
  const waited = conversation.waitingSince === null ? null : now - skew - Date.parse(conversation.waitingSince);
  return (
    <article className={css.card} aria-label={t('offer.title')}>
      <div className={css.left} style={{ ['--share' as string]: share }} aria-hidden />
      <div className={css.head}>
        <ChannelIcon channel={conversation.channel} size={16} />
        <strong className={css.who}>{customerName(t, conversation.customerName)}</strong>
        <PriorityMark priority={conversation.priority} />
        <span className={css.seconds} data-soon={seconds <= 10 || undefined}>
          {t('offer.left', { seconds })}
        </span>
      </div>
      <p className={css.subject}>{conversation.subject || conversation.preview || `#${conversation.number}`}</p>
      <p className={css.facts}>
        {waited !== null && (
          <span>{t('offer.waiting', { time: waited < 60_000 ? t('offer.just_now') : shortDuration(waited, locale) })}</span>
        )}
        <span>{t('offer.queue', { queue: queueName })}</span>
        {whyWords(t, why).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <div className={css.actions}>
        <Button className={css.accept} loading={accepting} disabled={isOver} onClick={onAccept} rightSection={first && <Keys keys="y" />}>
          {t('offer.accept')}
        </Button>
        <Menu position="top-end" width={240}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}>
              {t('offer.decline')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('offer.decline_why')}</Menu.Label>
            {declineReasons.map((reason) => (
              <Menu.Item key={reason} onClick={() => onDecline(t(`offer.decline.${reason}`))}>
                {t(`offer.decline.${reason}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </article>
  );
}

/** The present, twice a second: for a countdown. */
function useTick(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
