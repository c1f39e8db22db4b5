import type { JoinedConversation } from '@madoguchi/contract/conversations.ts';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { dayOf } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { ChannelIcon } from '../channel-icon.tsx';
import { assembleTimeline } from '../timeline/assemble.ts';
import { TimelineEntry } from '../timeline/timeline-entry.tsx';
import css from './joined.module.css';
import { joinedMessagesQuery } from './joined.queries.ts';

/** So few words are simply there; more are folded up. */
const SHORT = 6;

/** What was said in a conversation that went on in this one, where it began. */
export function JoinedCard({ joined }: { joined: JoinedConversation }) {
  const t = useWords();
  const { zone } = useReader();
  const [open, setOpen] = useState(joined.messages <= SHORT);
  const { data, error, refetch } = useQuery({ ...joinedMessagesQuery(joined.id), enabled: open });
  const items = data ? assembleTimeline({ ...data, facts: [], botSteps: [] }, (at) => dayOf(at, zone), null) : [];
  return (
    <section className={css.card} aria-label={t('merge.card_label', { number: joined.number })}>
      <button type="button" className={css.head} aria-expanded={open} onClick={() => setOpen((now) => !now)}>
        <IconChevronRight size={16} stroke={1.8} aria-hidden />
        <ChannelIcon channel={joined.channel} size={16} />
        <span className={css.subject}>
          #{joined.number} {joined.subject || t('conversation.untitled')}
        </span>
        <span className={css.count}>{t('merge.messages', { count: joined.messages })}</span>
      </button>
      {open && (
        <div className={css.body}>
          {error && !data && (
            <button type="button" className={css.lineLink} onClick={() => void refetch()}>
              {t('merge.failed')}
            </button>
          )}
          {!data && !error && <p className={css.quiet}>{t('merge.loading')}</p>}
          {data?.hasEarlier && <p className={css.quiet}>{t('merge.earlier')}</p>}
          {items.map((item) => (
            <TimelineEntry key={item.key} item={item} />
          ))}
        </div>
      )}
    </section>
  );
}
