import { type PushDevice, removePushDevice, tryPushDevice } from '@madoguchi/contract/notifications.ts';
import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { deviceOf } from '../account/device.ts';
import { devicesQuery } from './notification-settings.queries.ts';
import css from './notifications-section.module.css';
import { unsubscribeHere } from './push-here.ts';

const renew = () => queryClient.invalidateQueries({ queryKey: devicesQuery.queryKey });

/** One device: which it is, whether anything reaches it, and the way out. */
export function DeviceRow({ device, isHere }: { device: PushDevice; isHere: boolean }) {
  const t = useAdminWords();
  const { browser, system, isPhone } = deviceOf(device.userAgent);
  const Icon = isPhone ? IconDeviceMobile : IconDeviceDesktop;
  const name = browser && system ? t('account.device', { browser, system }) : (browser ?? system ?? t('account.device_unknown'));
  const trying = useMutation({
    mutationFn: () => call(tryPushDevice, { params: { id: device.id } }),
    onSuccess: ({ outcome }) => {
      tell(t(`notify.tried_${outcome}`));
      void renew();
    },
  });
  const removing = useMutation({
    mutationFn: async () => {
      await call(removePushDevice, { params: { id: device.id } });
      if (isHere) await unsubscribeHere();
    },
    onSuccess: () => {
      tell(t('notify.removed'));
      void renew();
    },
  });
  return (
    <li className={css.device}>
      <Icon size={22} stroke={1.4} aria-hidden />
      <span className={css.deviceWords}>
        <span className={css.deviceName}>
          {name}
          {isHere && <span className={css.here}>{t('notify.this_device')}</span>}
        </span>
        <span className={css.reached}>
          {device.reachedAt ? (
            <>
              {t('notify.reached')} <Ago at={device.reachedAt} />
            </>
          ) : (
            t('notify.never_reached')
          )}
        </span>
      </span>
      <Button variant="subtle" size="compact-md" loading={trying.isPending} onClick={() => trying.mutate()}>
        {t('notify.try')}
      </Button>
      <Button variant="default" size="compact-md" loading={removing.isPending} onClick={() => removing.mutate()}>
        {t('notify.remove_device')}
      </Button>
    </li>
  );
}
