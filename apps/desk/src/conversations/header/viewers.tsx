import { Tooltip } from '@mantine/core';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { usePresence } from '../../live/live-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import css from './conversation-header.module.css';

/** Which colleagues have this conversation open too. */
export function Viewers({ conversationId }: { conversationId: string }) {
  const t = useWords();
  const myId = useMe().agent.id;
  const others = usePresence(conversationId)?.agents.filter((agent) => agent.id !== myId) ?? [];
  if (others.length === 0) return null;
  return (
    <ul className={css.viewers} aria-label={t('viewers.label')} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {others.slice(0, 4).map((agent) => (
        <li key={agent.id}>
          <Tooltip label={t(agent.typing ? 'viewers.typing' : 'viewers.viewing', { name: agent.name })}>
            <span className={css.viewer} data-typing={agent.typing || undefined}>
              <Avatar name={agent.name} id={agent.id} size={24} />
              <span className="visually-hidden">{t(agent.typing ? 'viewers.typing' : 'viewers.viewing', { name: agent.name })}</span>
            </span>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
