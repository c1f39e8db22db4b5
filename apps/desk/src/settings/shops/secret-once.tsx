import { Button, Modal } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';

/** The secret, this once: a click beside the dialog must not throw it away. */
export function SecretOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useAdminWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shops.secret_title')}
      size={560}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p style={{ marginTop: 0 }} className="prose">
        {t('shops.secret_text')}
      </p>
      <CopyField value={secret} label={t('shops.secret_title')} />
      <Button mt={16} fullWidth onClick={onClose}>
        {t('shops.done')}
      </Button>
    </Modal>
  );
}
