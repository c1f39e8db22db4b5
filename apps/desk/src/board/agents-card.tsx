import type { Board, BoardAgent } from '@madoguchi/contract/board.ts';
import { IconUserOff } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import { useLocale, useWords } from '../app/locale.tsx';
import { PresenceDot } from '../routing/presence-dot.tsx';
import { presenceWord } from '../routing/presence-words.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Empty } from '../ui/empty.tsx';
import { shortDuration } from '../ui/time.ts';
import { agentGroups } from './agent-groups.ts';
import css from './agents.module.css';
import { LoadDots } from './load-dots.tsx';
import queuesCss from './queues.module.css';
import { waitLook } from './wait-look.ts';

type Props = { board: Board; now: number; open: (agent: BoardAgent) => void };

/** Everybody by how they stand, with what they have. */
export function AgentsCard({ board, now, open }: Props) {
  const t = useAdminWords();
  const { groups, gone } = agentGroups(board.agents);
  return (
    <section className={queuesCss.card} aria-labelledby="board-agents">
      <h2 id="board-agents" className={queuesCss.title}>
        {t('board.agents')}
      </h2>
      {!groups.some(({ look }) => look === 'available') && (
        <div className={css.empty}>
          <Empty icon={IconUserOff} title={t('board.agents_none')} text={t('board.agents_none_text')} />
        </div>
      )}
      {groups.map(({ look, agents }) => (
        <section key={look} aria-label={t(`board.${look}`)}>
          <h3 className={css.group}>
            <PresenceDot look={look} />
            {t(`board.${look}`)}
            <span className={css.many}>{t('board.count_people', { count: agents.length })}</span>
          </h3>
          <ul className={css.list}>
            {agents.map((agent) => (
              <li key={agent.id}>
                <AgentRow agent={agent} board={board} now={now} open={() => open(agent)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {gone > 0 && <p className={css.rest}>{t('board.gone_rest', { count: gone })}</p>}
    </section>
  );
}

type RowProps = { agent: BoardAgent; board: Board; now: number; open: () => void };

function AgentRow({ agent, board: { reasons, replyMinutes }, now, open }: RowProps) {
  const t = useAdminWords();
  const words = useWords();
  const locale = useLocale();
  const since = agent.since && shortDuration(now - Date.parse(agent.since), locale);
  const state = agent.state === 'available' ? null : presenceWord(words, agent, reasons);
  return (
    <button
      type="button"
      className={css.row}
      disabled={agent.open === 0}
      onClick={open}
      aria-label={t('board.agent_open', { name: agent.name, count: agent.open })}
    >
      <Avatar name={agent.name} id={agent.id} size={28} />
      <span className={css.who}>
        <span className={css.name}>{agent.name}</span>
        <span className={css.since}>{[state, since].filter(Boolean).join(' · ') || '–'}</span>
      </span>
      {agent.unanswered > 0 && (
        <span className={css.unanswered} data-look={waitLook(agent.oldest, replyMinutes, now)}>
          {t('board.unanswered', { count: agent.unanswered })}
        </span>
      )}
      <LoadDots agent={agent} />
    </button>
  );
}
