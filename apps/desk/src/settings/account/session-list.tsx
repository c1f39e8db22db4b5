import { type listSessions, revokeSession } from '@madoguchi/contract/agents.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { Loaded } from '../loaded.tsx';
import { sessionsQuery } from '../settings.queries.ts';
import css from './account-section.module.css';
import { deviceOf } from './device.ts';

type SessionRow = OutputOf<typeof listSessions>['items'][number];

/** Where I am signed in; any other place can be signed out from here. */
export function SessionList() {
  const t = useAdminWords();
  const query = useQuery(sessionsQuery);
  return (
    <Section title={t('account.sessions')} text={t('account.sessions_text')}>
      <Loaded query={query} height={160}>
        {({ items }) => (
          <ul className={css.sessions}>
            {[...items]
              .sort((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt))
              .map((session) => (
                <Row key={session.id} session={session} />
              ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function Row({ session }: { session: SessionRow }) {
  const t = useAdminWords();
  const { browser, system, isPhone } = deviceOf(session.userAgent);
  const Icon = isPhone ? IconDeviceMobile : IconDeviceDesktop;
  const device = browser && system ? t('account.device', { browser, system }) : (browser ?? system ?? t('account.device_unknown'));
  const ending = useMutation({
    mutationFn: () => call(revokeSession, { params: { id: session.id } }),
    onSuccess: () => {
      queryClient.setQueryData(sessionsQuery.queryKey, (now) => now && { items: now.items.filter(({ id }) => id !== session.id) });
      tell(t('account.told_signed_out', { device }));
    },
  });
  return (
    <li className={css.session}>
      <Icon size={22} stroke={1.4} aria-hidden />
      <span className={css.device}>
        <span className={css.deviceName}>{device}</span>
        <span className={css.seen}>
          {session.ip} · {session.current ? t('account.this_device') : <Ago at={session.lastSeenAt} />}
        </span>
      </span>
      {!session.current && (
        <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate()}>
          {t('account.sign_out')}
        </Button>
      )}
    </li>
  );
}
