import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../app/locale.tsx';
import { useOnline } from '../live/live-store.ts';
import { Avatar } from '../ui/avatar.tsx';
import { agentsQuery } from './conversations.queries.ts';
import css from './online-agents.module.css';

const SHOWN = 6;

/** Who is at work now. */
export function OnlineAgents() {
  const t = useWords();
  const { data } = useQuery(agentsQuery);
  const online = useOnline();
  const here = data?.items.filter((agent) => online.includes(agent.id)) ?? [];
  if (here.length === 0) return null;
  return (
    <div className={css.online}>
      <span className={css.label}>{t('online.label', { count: here.length })}</span>
      <ul className={css.people}>
        {here.slice(0, SHOWN).map((agent) => (
          <li key={agent.id}>
            <Tooltip label={agent.name}>
              <span>
                <Avatar name={agent.name} id={agent.id} size={24} />
                <span className="visually-hidden">{agent.name}</span>
              </span>
            </Tooltip>
          </li>
        ))}
        {here.length > SHOWN && <li className={css.more}>+{here.length - SHOWN}</li>}
      </ul>
    </div>
  );
}
