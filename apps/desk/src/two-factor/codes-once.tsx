import { Modal } from '@mantine/core';
import { useAdminWords } from '../admin/admin-words.ts';
import { usePhone } from '../admin/use-phone.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

/** A click beside the dialog must not throw the codes away. */
export function CodesOnce({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useAdminWords();
  const phone = usePhone();
  return (
    <Modal
      opened
      onClose={onDone}
      title={t('two_factor.codes')}
      size={480}
      fullScreen={phone}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <RecoveryCodes codes={codes} onDone={onDone} />
    </Modal>
  );
}
