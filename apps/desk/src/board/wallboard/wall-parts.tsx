import type { Board } from '@madoguchi/contract/board.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale, useWords } from '../../app/locale.tsx';
import { PresenceDot } from '../../routing/presence-dot.tsx';
import { presenceLook, presenceWord } from '../../routing/presence-words.ts';
import { shortDuration } from '../../ui/time.ts';
import { agentGroups } from '../agent-groups.ts';
import { botShare } from '../bot-share.ts';
import { countdown } from '../countdown.ts';
import { waitLook } from '../wait-look.ts';
import css from './wallboard.module.css';

type Props = { board: Board; now: number };

/** What fits on a screen without anybody there to scroll; the rest is told as a number by the totals. */
const MOST = { queues: 7, agents: 10, next: 6 };

/** The figures that are read from across the room. */
export function WallTotals({ board: { totals, replyMinutes, overdue }, now }: Props) {
  const t = useAdminWords();
  const locale = useLocale();
  const wait = totals.oldest ? shortDuration(now - Date.parse(totals.oldest), locale) : '–';
  const look = waitLook(totals.oldest, replyMinutes, now);
  return (
    <dl className={css.totals}>
      <Total name={t('board.waiting')} value={totals.waiting.toLocaleString(locale)} look={look} />
      <Total name={t('board.wall_longest')} value={wait} look={look} />
      <Total name={t('board.in_progress')} value={totals.inProgress.toLocaleString(locale)} />
      <Total name={t('board.wall_overdue')} value={overdue > 999 ? '999+' : String(overdue)} look={overdue > 0 ? 'too_long' : 'fine'} />
      <Total name={t('board.answered')} value={totals.answeredToday.toLocaleString(locale)} />
      <Total name={t('board.resolved')} value={totals.resolvedToday.toLocaleString(locale)} />
      <Total name={t('board.bot_share')} value={botShare(totals)} />
    </dl>
  );
}

const Total = ({ name, value, look = 'fine' }: { name: string; value: string; look?: string }) => (
  <div className={css.total} data-look={look}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

/** Those with somebody waiting first, the longest wait on top. */
export function WallQueues({ board: { queues, replyMinutes }, now }: Props) {
  const t = useAdminWords();
  const locale = useLocale();
  const shown = queues.toSorted((a, b) => (a.oldest ?? '9').localeCompare(b.oldest ?? '9')).slice(0, MOST.queues);
  return (
    <section className={css.part}>
      <h2>{t('board.queues')}</h2>
      <ul>
        {shown.map(({ id, name, waiting, oldest }) => (
          <li key={id} className={css.row} data-look={waitLook(oldest, replyMinutes, now)} data-none={waiting === 0 || undefined}>
            <span className={css.clip}>{name}</span>
            <strong>{waiting.toLocaleString(locale)}</strong>
            <span className={css.span}>{oldest ? shortDuration(now - Date.parse(oldest), locale) : '–'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is there. */
export function WallAgents({ board: { agents, reasons } }: Pick<Props, 'board'>) {
  const t = useAdminWords();
  const words = useWords();
  const { groups, gone } = agentGroups(agents);
  const all = groups.flatMap((group) => group.agents);
  const rest = gone + Math.max(0, all.length - MOST.agents);
  return (
    <section className={css.part}>
      <h2>{t('board.agents')}</h2>
      {!groups.some(({ look }) => look === 'available') && <p className={css.alarm}>{t('board.agents_none')}</p>}
      <ul>
        {all.slice(0, MOST.agents).map((agent) => (
          <li key={agent.id} className={css.row}>
            <span className={css.who}>
              <PresenceDot look={presenceLook(agent)} />
              <span className={css.clip}>{agent.name}</span>
            </span>
            {agent.state !== 'available' && <span className={css.state}>{presenceWord(words, agent, reasons)}</span>}
            <strong>{agent.open}</strong>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={css.rest}>{t('board.gone_rest', { count: rest })}</p>}
    </section>
  );
}

/** What runs out next; no customer's name, no words of theirs: a wall is read by whoever passes. */
export function WallNext({ board: { next }, now }: Props) {
  const t = useAdminWords();
  const locale = useLocale();
  return (
    <section className={css.part}>
      <h2>{t('board.next')}</h2>
      {next.length === 0 && <p className={css.rest}>{t('board.next_none')}</p>}
      <ul>
        {next.slice(0, MOST.next).map(({ id, number, assignee, due }) => {
          if (!due) return null;
          const left = Date.parse(due.at) - now;
          const look = left <= 0 ? 'too_long' : Date.parse(due.warnAt) <= now ? 'long' : 'fine';
          return (
            <li key={id} className={css.row} data-look={look}>
              <span className={css.number}>#{number}</span>
              <span className={css.clip}>{assignee.agent?.name ?? assignee.team?.name ?? t('board.unassigned')}</span>
              <span className={css.span}>{left > 0 ? countdown(left, locale) : t('board.due_now')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
