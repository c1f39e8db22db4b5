import { IconPencil } from '@tabler/icons-react';
import { useWords } from '../app/locale.tsx';
import { useMe } from '../app/me.ts';
import { usePresence } from '../live/live-store.ts';
import css from './conversation-pane.module.css';

/** Who is writing right now. The line keeps its height, so that nothing jumps when somebody begins. */
export function ActivityLine({ conversationId }: { conversationId: string }) {
  const t = useWords();
  const me = useMe();
  const presence = usePresence(conversationId);
  const colleagues = presence?.agents.filter((agent) => agent.typing && agent.id !== me.agent.id) ?? [];
  const names = colleagues.map((agent) => agent.name).join(t('list.comma'));
  return (
    <div className={css.activity} role="status" data-warn={colleagues.length > 0 || undefined}>
      {colleagues.length > 0 ? (
        <>
          <IconPencil size={14} stroke={1.8} aria-hidden />
          {t('activity.colleague', { names })}
        </>
      ) : (
        presence?.customerTyping && (
          <>
            <span className={css.dots} aria-hidden>
              <i />
              <i />
              <i />
            </span>
            {t('activity.customer')}
          </>
        )
      )}
    </div>
  );
}
