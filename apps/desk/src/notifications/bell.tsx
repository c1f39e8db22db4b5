import { notifications as toasts } from '@mantine/notifications';
import { IconBell } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../app/locale.tsx';
import rail from '../app/rail.module.css';
import { useActions } from '../keys/actions.ts';
import { keysText } from '../keys/key-names.tsx';
import { saidId } from '../live/tell-notifications.ts';
import { showBadge } from './badge.ts';
import { markRead, unreadQuery } from './notifications.queries.ts';

const Panel = lazy(async () => ({ default: (await import('./notifications-panel.tsx')).NotificationsPanel }));

/** What one was told and has not read; opening the conversation reads it. */
export function Bell() {
  const t = useWords();
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread ?? 0;
  const { conversationId } = useParams({ strict: false });
  const isHere = conversationId !== undefined && data?.conversationIds.includes(conversationId) === true;

  useEffect(() => showBadge(unread), [unread]);
  useEffect(() => {
    if (!isHere || conversationId === undefined) return;
    const read = () => {
      if (document.visibilityState !== 'visible') return;
      toasts.hide(saidId(conversationId));
      markRead(client, { conversationId }).catch(() => {});
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [client, conversationId, isHere]);
  useActions(
    [{ id: 'notifications', word: 'bell.open', group: 'group.go', icon: IconBell, keys: 'shift+n', run: () => setOpened(true) }],
    true,
  );

  const label = unread > 0 ? t('bell.unread', { count: unread }) : t('bell.label');
  return (
    <>
      <button
        data-tip={`${label}  ${keysText('shift+n')}`}
        data-tip-side="right"
        type="button"
        className={`${rail.place} ${rail.bell}`}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => setOpened(true)}
      >
        <IconBell size={22} stroke={1.6} aria-hidden />
        {unread > 0 && (
          <span className={rail.count} aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      {opened && (
        <Suspense>
          <Panel close={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
