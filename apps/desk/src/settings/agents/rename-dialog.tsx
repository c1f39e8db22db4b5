import type { Agent } from '@madoguchi/contract/agents.ts';
import { TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { changeAgent } from './agents.mutations.ts';

export function RenameDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const t = useAdminWords();
  const form = useForm({
    id: null,
    stored: { name: agent.name },
    check: ({ name }) => faults({ name: textFault(name, 100) }),
    save: async ({ name }) => {
      await changeAgent(agent.id, { name: name.trim() });
      onClose();
    },
  });
  return (
    <FormDialog title={t('agents.rename')} submit={t('form.save')} form={form} onClose={onClose}>
      <TextInput label={t('agents.name')} description={t('agents.name_help')} data-autofocus autoComplete="off" {...form.text('name')} />
    </FormDialog>
  );
}
