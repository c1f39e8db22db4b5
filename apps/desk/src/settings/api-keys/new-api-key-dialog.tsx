import { createApiKey, type Role } from '@madoguchi/contract/agents.ts';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { apiKeysQuery } from '../settings.queries.ts';

type KeyRole = Exclude<Role, 'owner'>;
const roles = ['admin', 'supervisor', 'agent'] as const;

export function NewApiKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm<{ name: string; role: KeyRole }>({
    id: null,
    stored: { name: '', role: 'agent' },
    check: ({ name }) => faults({ name: textFault(name, 100) }),
    save: async ({ name, role }) => {
      const { secret: shownOnce, ...key } = await call(createApiKey, { body: { name: name.trim(), role } });
      queryClient.setQueryData(apiKeysQuery.queryKey, (now) => now && { items: [key, ...now.items] });
      setSecret(shownOnce);
    },
  });
  if (secret !== null) return <SecretOnce secret={secret} onClose={onClose} />;
  return (
    <FormDialog title={t('api_keys.new')} submit={t('api_keys.create')} form={form} onClose={onClose}>
      <TextInput
        label={t('api_keys.name')}
        description={t('api_keys.name_help')}
        placeholder={t('api_keys.name_example')}
        autoComplete="off"
        data-autofocus
        {...form.text('name')}
      />
      <Select
        label={t('agents.role')}
        description={t(`role_text.${form.values.role}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        value={form.values.role}
        onChange={(role) => role && form.set({ role: role as KeyRole })}
      />
    </FormDialog>
  );
}

/** The secret, this once: a click beside the dialog must not throw it away. */
function SecretOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useAdminWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('api_keys.secret_title')}
      size={560}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p style={{ marginTop: 0 }} className="prose">
        {t('api_keys.secret_text')}
      </p>
      <CopyField value={secret} label={t('api_keys.secret')} />
      <p className="prose">{t('api_keys.secret_use')}</p>
      <CopyField value={`curl -H "Authorization: Bearer ${secret}" ${location.origin}/api/conversations`} label="curl" />
      <Button mt={16} fullWidth onClick={onClose}>
        {t('api_keys.secret_done')}
      </Button>
    </Modal>
  );
}
