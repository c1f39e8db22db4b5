import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import { IconArrowDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { dayOf } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { useOutgoing } from '../composer/outbox-store.ts';
import { seenSeq } from '../seen-store.ts';
import { isOpenFor } from '../whispers/open-whispers.ts';
import { whispersQuery } from '../whispers/whispers.queries.ts';
import { assembleTimeline } from './assemble.ts';
import { OutgoingBubble } from './outgoing-bubble.tsx';
import css from './timeline.module.css';
import { TimelineEntry } from './timeline-entry.tsx';
import { useEarlier } from './use-earlier.ts';
import { useMarkSeen } from './use-mark-seen.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

/** The whole story of a conversation, newest at the bottom. */
export function Timeline({ detail, sawUpTo }: { detail: ConversationDetail; sawUpTo: (seq: number) => void }) {
  const t = useWords();
  const { zone } = useReader();
  const { id } = detail.conversation;
  const myId = useMe().agent.id;
  // Where the agent had read to when the conversation was opened: the line stays there while it is on screen.
  const [unreadAfter] = useState(() => seenSeq(id) || null);
  const outgoing = useOutgoing(id).filter(({ key }) => !detail.messages.some((message) => message.externalId?.endsWith(key)));
  const whispered = useQuery(whispersQuery(id)).data?.items;
  // What waits for a word of theirs stands where they write.
  const whispers = useMemo(() => whispered?.filter((one) => !isOpenFor(one, myId)), [whispered, myId]);
  const items = useMemo(
    () => assembleTimeline({ ...detail, ...(whispers ? { whispers } : {}) }, (at) => dayOf(at, zone), unreadAfter),
    [detail, whispers, zone, unreadAfter],
  );
  const last = detail.messages.at(-1);
  const { scroller, content, atEnd, missed, toEnd } = useStickToEnd(last?.seq ?? 0, outgoing.length);
  const earlier = useEarlier(detail, scroller);
  const { agent } = detail.conversation.assignee;
  useMarkSeen({ id, lastSeq: last?.seq ?? 0, atEnd, watching: agent !== null && agent.id !== myId, sawUpTo });
  return (
    <div className={css.frame}>
      <div ref={scroller} className={css.scroller} role="log" aria-label={t('timeline.label')}>
        <div ref={content} className={css.content}>
          {detail.hasEarlier && (
            <div ref={earlier.sentinel} className={css.earlier}>
              {earlier.failed ? (
                <button type="button" onClick={earlier.load}>
                  {t('timeline.earlier_failed')}
                </button>
              ) : (
                t('timeline.earlier')
              )}
            </div>
          )}
          {items.map((item) => (
            <TimelineEntry key={item.key} item={item} />
          ))}
          {outgoing.map((one) => (
            <OutgoingBubble key={one.key} outgoing={one} />
          ))}
        </div>
      </div>
      {!atEnd && (
        <button type="button" className={css.pill} onClick={toEnd} data-new={missed > 0 || undefined}>
          <IconArrowDown size={16} stroke={2} aria-hidden />
          {missed > 0 ? t('timeline.new', { count: missed }) : t('timeline.to_end')}
        </button>
      )}
    </div>
  );
}
