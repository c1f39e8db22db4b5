import { useQuery } from '@tanstack/react-query';
import { useWords } from '../app/locale.tsx';
import { useOnline } from '../live/live-store.ts';
import { presenceLook, presenceWord } from '../routing/presence-words.ts';
import { presencesQuery } from '../routing/routing.queries.ts';
import { Avatar } from '../ui/avatar.tsx';
import { agentsQuery } from './conversations.queries.ts';
import css from './online-agents.module.css';

const SHOWN = 6;
const present = { state: 'available', reasonId: null, automatic: false } as const;

/** Who is at work now. */
export function OnlineAgents() {
  const t = useWords();
  const { data } = useQuery(agentsQuery);
  const online = useOnline();
  const { data: presences } = useQuery(presencesQuery);
  const here = data?.items.filter((agent) => online.includes(agent.id)) ?? [];
  if (here.length === 0) return null;
  const presenceOf = (id: string) => presences?.items.find(({ agentId }) => agentId === id) ?? present;
  const wordOf = (id: string) => presenceWord(t, presenceOf(id), presences?.reasons ?? []);
  const lookOf = (id: string) => presenceLook(presenceOf(id));
  return (
    <div className={css.online}>
      <span className={css.label}>{t('online.label', { count: here.length })}</span>
      <ul className={css.people}>
        {here.slice(0, SHOWN).map((agent) => (
          <li key={agent.id}>
            <span data-tip={t('presence.person', { name: agent.name, state: wordOf(agent.id) })}>
              <Avatar name={agent.name} id={agent.id} size={24} online look={lookOf(agent.id)} />
              <span className="visually-hidden">{t('presence.person', { name: agent.name, state: wordOf(agent.id) })}</span>
            </span>
          </li>
        ))}
        {here.length > SHOWN && <li className={css.more}>+{here.length - SHOWN}</li>}
      </ul>
    </div>
  );
}
