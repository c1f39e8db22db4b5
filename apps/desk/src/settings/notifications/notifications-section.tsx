import { updateNotificationSettings } from '@madoguchi/contract/notifications.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { call } from '../../app/client.ts';
import { useCan } from '../../app/me.ts';
import { ownSettingsQuery } from '../../notifications/quiet-line.tsx';
import { Loaded } from '../loaded.tsx';
import { DeviceList } from './device-list.tsx';
import { HoursFields } from './hours-fields.tsx';
import { MailFields } from './mail-fields.tsx';
import { keepOwn } from './notification-settings.queries.ts';
import css from './notifications-section.module.css';
import { PauseLine } from './pause-line.tsx';
import { Policy } from './policy.tsx';
import { type Settings, settingsFaults } from './settings-values.ts';
import { WaysTable } from './ways-table.tsx';

/** How I want to be told; and, for who looks after the workspace, what is said outside the desk. */
export function NotificationsSection() {
  const query = useQuery(ownSettingsQuery);
  const mayManage = useCan('workspace.manage');
  return (
    <div className={css.parts}>
      <Loaded query={query} height={640}>
        {(own) => (
          <>
            <PauseLine own={own} />
            <Form
              stored={own.settings}
              canMail={own.canMail}
              below={
                <>
                  <DeviceList />
                  {mayManage && <Policy />}
                </>
              }
            />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Form({ stored, canMail, below }: { stored: Settings; canMail: boolean; below: ReactNode }) {
  const form = useForm<Settings>({
    id: 'settings.notifications',
    stored,
    check: settingsFaults,
    save: async (body) => keepOwn(await call(updateNotificationSettings, { body })),
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} className={css.parts} noValidate>
      <WaysTable form={form} />
      <MailFields form={form} canMail={canMail} />
      <HoursFields form={form} />
      {below}
      <SaveBar form={form} />
    </form>
  );
}
