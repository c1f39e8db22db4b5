import { type Passkey, removePasskey, renamePasskey } from '@madoguchi/contract/passkeys.ts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { myPasskeysQuery } from '../settings.queries.ts';

type Props = { passkey: Passkey; onClose: () => void };
const changed = () => queryClient.invalidateQueries({ queryKey: myPasskeysQuery.queryKey });

export function RenamePasskeyDialog({ passkey, onClose }: Props) {
  const t = useAdminWords();
  const form = useForm({
    id: null,
    stored: { name: passkey.name },
    check: ({ name }) => faults({ name: textFault(name, 60) }),
    save: async ({ name }) => {
      await call(renamePasskey, { params: { id: passkey.id }, body: { name: name.trim() } });
      void changed();
      onClose();
    },
  });
  return (
    <FormDialog title={t('passkeys.rename')} submit={t('form.save')} form={form} onClose={onClose}>
      <TextInput label={t('passkeys.name')} data-autofocus autoComplete="off" {...form.text('name')} />
    </FormDialog>
  );
}

/** It cannot be taken back, so it is asked. */
export function RemovePasskeyDialog({ passkey, onClose }: Props) {
  const t = useAdminWords();
  const removing = useMutation({
    mutationFn: () => call(removePasskey, { params: { id: passkey.id } }),
    onSuccess: () => {
      void changed();
      tell(t('passkeys.told_removed', { name: passkey.name }));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('passkeys.remove_title', { name: passkey.name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p style={{ marginTop: 0 }} className="prose">
        {t('passkeys.remove_text')}
      </p>
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color="danger" loading={removing.isPending} onClick={() => removing.mutate()} data-autofocus>
          {t('passkeys.remove')}
        </Button>
      </div>
    </Modal>
  );
}
