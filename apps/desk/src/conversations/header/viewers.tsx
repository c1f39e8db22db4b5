import { IconEye } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { usePresence } from '../../live/live-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { isWatching } from '../whispers/watch.ts';
import css from './conversation-header.module.css';

type Props = { conversationId: string; assigneeId: string | null };

/** Which colleagues have this conversation open too. Who only watches is an eye: nobody is about to answer, and nobody needs to stop. */
export function Viewers({ conversationId, assigneeId }: Props) {
  const t = useWords();
  const myId = useMe().agent.id;
  const others = usePresence(conversationId)?.agents.filter((agent) => agent.id !== myId) ?? [];
  if (others.length === 0) return null;
  const watching = others.filter((agent) => isWatching(agent, assigneeId));
  const watchers = t('viewers.watching', { name: watching.map(({ name }) => name).join(t('list.comma')) });
  return (
    <ul className={css.viewers} aria-label={t('viewers.label')} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {watching.length > 0 && (
        <li>
          <span data-tip={watchers} className={css.watches}>
            <IconEye size={17} stroke={1.6} aria-hidden />
            <span className="visually-hidden">{watchers}</span>
          </span>
        </li>
      )}
      {others
        .filter((agent) => !watching.includes(agent))
        .slice(0, 4)
        .map((agent) => (
          <li key={agent.id}>
            <span
              data-tip={t(agent.typing ? 'viewers.typing' : 'viewers.viewing', { name: agent.name })}
              className={css.viewer}
              data-typing={agent.typing || undefined}
            >
              <Avatar name={agent.name} id={agent.id} size={24} />
              <span className="visually-hidden">{t(agent.typing ? 'viewers.typing' : 'viewers.viewing', { name: agent.name })}</span>
            </span>
          </li>
        ))}
    </ul>
  );
}
