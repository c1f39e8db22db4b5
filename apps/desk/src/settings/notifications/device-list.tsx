import { addPushDevice } from '@madoguchi/contract/notifications.ts';
import { Button } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { Loaded } from '../loaded.tsx';
import { DeviceRow } from './device-row.tsx';
import { devicesQuery } from './notification-settings.queries.ts';
import css from './notifications-section.module.css';
import { hashHere, subscribeHere, type WhyNoPush, whyNoPush } from './push-here.ts';

/** Where I am told although the desk is closed, and how this device joins them. */
export function DeviceList() {
  const t = useAdminWords();
  const query = useQuery(devicesQuery);
  const here = useQuery({ queryKey: ['push-devices', 'here'], queryFn: hashHere });
  const [why, setWhy] = useState<WhyNoPush>(whyNoPush);
  const adding = useMutation({
    mutationFn: async (publicKey: string) => {
      let subscription: Awaited<ReturnType<typeof subscribeHere>>;
      try {
        subscription = await subscribeHere(publicKey);
      } catch {
        // The browser's own word for it is for nobody's eyes.
        return setWhy('notify.push_failed');
      }
      setWhy(whyNoPush());
      if (!subscription) return;
      await call(addPushDevice, { body: subscription });
      await queryClient.invalidateQueries({ queryKey: devicesQuery.queryKey });
    },
  });
  const isHere = (hash: string) => here.data === hash;
  return (
    <Section title={t('notify.devices')} text={t('notify.devices_text')}>
      <Loaded query={query} height={120}>
        {({ items, publicKey }) => (
          <div className={css.devices}>
            {items.length === 0 && <p className={css.hint}>{t('notify.no_devices')}</p>}
            {items.length > 0 && (
              <ul className={css.list}>
                {items.map((device) => (
                  <DeviceRow key={device.id} device={device} isHere={isHere(device.endpointHash)} />
                ))}
              </ul>
            )}
            {why && (
              <p className={css.why} role="alert">
                {t(why)}
              </p>
            )}
            {(!why || why === 'notify.push_failed') && !items.some(({ endpointHash }) => isHere(endpointHash)) && (
              <div>
                <Button
                  variant="default"
                  leftSection={<IconBellRinging size={16} stroke={1.6} />}
                  loading={adding.isPending}
                  onClick={() => adding.mutate(publicKey)}
                >
                  {t('notify.add_device')}
                </Button>
              </div>
            )}
            <p className={css.hint}>
              {t('notify.install')}: {t('notify.install_text')}
            </p>
          </div>
        )}
      </Loaded>
    </Section>
  );
}
