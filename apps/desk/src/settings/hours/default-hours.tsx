import { updateWorkspace, type Workspace } from '@madoguchi/contract/workspaces.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { workspaceQuery } from '../settings.queries.ts';
import { CalendarPreview } from './calendar-preview.tsx';
import { HoursFields } from './hours-fields.tsx';
import css from './hours-section.module.css';
import { type HoursValues, hoursFaults, hoursOf, valuesOf } from './hours-values.ts';

/** The hours that count wherever no other calendar applies. */
export function DefaultHours({ workspace }: { workspace: Workspace }) {
  const t = useAdminWords();
  const form = useForm<HoursValues>({
    id: 'settings.hours',
    stored: valuesOf(workspace.businessHours),
    check: hoursFaults,
    save: async (values) => {
      const saved = await call(updateWorkspace, { body: { businessHours: hoursOf(values) } });
      queryClient.setQueryData(workspaceQuery.queryKey, saved);
    },
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <header>
        <h2 className={css.title}>{t('hours.default_name')}</h2>
        <p className={css.hint}>{t('hours.default_for')}</p>
      </header>
      <HoursFields form={form} timezone={workspace.timezone} />
      <CalendarPreview values={form.values} timezone={workspace.timezone} />
      <SaveBar form={form} />
    </form>
  );
}
