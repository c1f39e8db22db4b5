import { Button, Drawer, SegmentedControl, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications as toasts } from '@mantine/notifications';
import { IconBell, IconBellCheck, IconSettings } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useWords } from '../app/locale.tsx';
import { tellFailure } from '../app/query-client.ts';
import { saidId } from '../live/tell-notifications.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { NotificationRow } from './notification-row.tsx';
import css from './notifications.module.css';
import { markRead, notificationsQuery, unreadQuery } from './notifications.queries.ts';
import { QuietLine } from './quiet-line.tsx';

/** What one was told, the newest first; by keys as well. */
export function NotificationsPanel({ close }: { close: () => void }) {
  const t = useWords();
  const client = useQueryClient();
  const narrow = useMediaQuery('(width < 768px)', false, { getInitialValueInEffect: false });
  const [onlyUnread, setOnlyUnread] = useState(false);
  const query = useInfiniteQuery(notificationsQuery(onlyUnread));
  const { data: counted } = useQuery(unreadQuery);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  useEffect(() => {
    for (const { conversation } of query.data?.pages[0]?.items ?? []) toasts.hide(saidId(conversation.id));
  }, [query.data]);
  const read = (which: { ids?: string[] }) => void markRead(client, which).catch(tellFailure);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-notification]')];
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    const goTo = (index: number) => {
      event.preventDefault();
      rows[index]?.querySelector('a')?.focus();
    };
    if (event.key === 'ArrowDown') goTo(Math.min(here + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') goTo(Math.max(here - 1, 0));
    else if (event.key === 'r' && !event.metaKey && !event.ctrlKey && here >= 0) read({ ids: [rows[here]!.dataset.notification!] });
  };

  return (
    <Drawer
      opened
      onClose={close}
      position={narrow ? 'bottom' : 'left'}
      size={narrow ? '100%' : 420}
      title={t('bell.label')}
      classNames={{ body: css.body, content: css.drawer, header: css.head }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className={css.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('bell.label')}
          value={onlyUnread ? 'unread' : 'all'}
          onChange={(value) => setOnlyUnread(value === 'unread')}
          data={[
            { value: 'all', label: t('bell.all') },
            { value: 'unread', label: t('bell.only_unread') },
          ]}
        />
        <span className={css.gap} />
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconBellCheck size={16} stroke={1.6} />}
          disabled={!counted?.unread}
          onClick={() => read({})}
        >
          {t('bell.read_all')}
        </Button>
      </div>
      <QuietLine />
      <section className={css.list} onKeyDown={onKeyDown} aria-label={t('bell.label')}>
        {query.isPending && [1, 2, 3, 4].map((n) => <Skeleton key={n} height={64} radius="sm" mb={8} mx={16} w="auto" />)}
        {query.error && items.length === 0 && (
          <Failure error={query.error}>
            <Button variant="default" onClick={() => void query.refetch()}>
              {t('action.retry')}
            </Button>
          </Failure>
        )}
        {query.data && items.length === 0 && (
          <Empty
            icon={IconBell}
            title={t(onlyUnread ? 'bell.empty_unread' : 'bell.empty')}
            {...(onlyUnread ? {} : { text: t('bell.empty_text') })}
          />
        )}
        <ul className={css.items}>
          {items.map((item) => (
            <NotificationRow key={item.id} item={item} opened={close} read={() => read({ ids: [item.id] })} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button variant="subtle" fullWidth loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('bell.more')}
          </Button>
        )}
      </section>
      <footer className={css.foot}>
        <span className={css.keys}>{t('bell.keys')}</span>
        <Link to="/settings/$" params={{ _splat: 'notifications' }} className={css.settings} onClick={close}>
          <IconSettings size={16} stroke={1.6} aria-hidden />
          {t('bell.settings')}
        </Link>
      </footer>
    </Drawer>
  );
}
