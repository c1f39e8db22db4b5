import type { Workspace } from '@madoguchi/contract/workspaces.ts';
import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { addCalendar } from './calendars.queries.ts';

/** A calendar begins as a copy of the workspace's hours: most differ in little. */
export function NewCalendarDialog({ workspace, onClose }: { workspace: Workspace; onClose: () => void }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const form = useForm({
    id: null,
    stored: { name: '' },
    check: ({ name }) => faults({ name: textFault(name, 100) }),
    save: async ({ name }) => {
      const uses = { contracts: [], inboxIds: [], brandIds: [] };
      const made = await addCalendar({ name: name.trim(), timezone: null, hours: workspace.businessHours, uses });
      onClose();
      await navigate({ to: '/settings/$', params: { _splat: `hours/${made.id}` } });
    },
  });
  return (
    <FormDialog title={t('hours.new_calendar')} submit={t('hours.calendar_create')} form={form} onClose={onClose}>
      <TextInput
        label={t('hours.calendar_name')}
        placeholder={t('hours.calendar_example')}
        autoComplete="off"
        data-autofocus
        {...form.text('name')}
      />
    </FormDialog>
  );
}
