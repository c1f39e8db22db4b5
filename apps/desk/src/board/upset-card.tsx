import type { Board } from '@madoguchi/contract/board.ts';
import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { useAdminWords } from '../admin/admin-words.ts';
import { useLocale, useWords } from '../app/locale.tsx';
import { ChannelIcon } from '../conversations/channel-icon.tsx';
import { MoodMark } from '../conversations/mood/mood-mark.tsx';
import { shortDuration } from '../ui/time.ts';
import { About } from './about.tsx';
import css from './next.module.css';
import queuesCss from './queues.module.css';
import { RowActions } from './row-actions.tsx';
import { RowLink } from './row-link.tsx';

type Props = { board: Board; now: number };

/** Customers who sound angry or displeased, the angry first. Nothing where nobody does. */
export function UpsetCard({ board: { upset, angry, displeased }, now }: Props) {
  const t = useAdminWords();
  if (upset.length === 0) return null;
  const many = (count: number) => (count > 999 ? '999+' : count);
  return (
    <section className={queuesCss.card} aria-labelledby="board-upset">
      <h2 id="board-upset" className={queuesCss.title} title={t('board.upset_text')}>
        {t('board.upset')}
        <span className={css.counts}>{t('board.upset_counts', { angry: many(angry), displeased: many(displeased) })}</span>
      </h2>
      <ul className={queuesCss.list}>
        {upset.map((conversation) => (
          <li key={conversation.id} className={css.item}>
            <UpsetRow conversation={conversation} now={now} />
            <RowActions conversation={conversation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UpsetRow({ conversation, now }: { conversation: Conversation; now: number }) {
  const t = useAdminWords();
  const words = useWords();
  const locale = useLocale();
  const { channel, mood, waitingSince } = conversation;
  if (!mood) return null;
  return (
    <RowLink conversation={conversation} className={css.row}>
      <MoodMark mood={mood} size={20} />
      <About conversation={conversation} />
      <ChannelIcon channel={channel} />
      <span className={css.left}>
        <span>
          {waitingSince
            ? t('board.upset_waits', { time: shortDuration(now - Date.parse(waitingSince), locale) })
            : t('board.upset_answered')}
        </span>
        <span className={css.said}>{mood.words.join(words('mood.joint'))}</span>
      </span>
    </RowLink>
  );
}
