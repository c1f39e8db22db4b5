import { Button, Modal } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';

type Props = { name: string; email: string; password: string; onClose: () => void };

/** What a colleague needs to come in, shown this once: the password is stored nowhere in readable form. */
export function HandOver({ name, email, password, onClose }: Props) {
  const t = useAdminWords();
  const text = t('hand_over.message', { name, address: `${location.origin}/desk/`, email, password });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('hand_over.title', { name })}
      size={520}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p style={{ marginTop: 0 }} className="prose">
        {t('hand_over.text')}
      </p>
      <CopyField value={text} label={t('hand_over.label')} lines="prose" />
      <Button mt={16} fullWidth onClick={onClose}>
        {t('hand_over.done')}
      </Button>
    </Modal>
  );
}
