import { Alert, Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { useAdminWords } from './admin-words.ts';
import css from './form-dialog.module.css';
import forms from './forms.module.css';
import { usePhone } from './use-phone.ts';

type Form = {
  saving: boolean;
  failure: string | null;
  formRef: RefObject<HTMLFormElement | null>;
  submit: (event?: FormEvent) => Promise<unknown>;
};
type Props = { title: string; submit: string; form: Form; onClose: () => void; size?: number; children: ReactNode };

/** A short form in a dialog. Whoever opens it takes it away again in `onClose`; while it saves it stays. */
export function FormDialog({ title, submit, form, onClose, size = 480, children }: Props) {
  const t = useAdminWords();
  const phone = usePhone();
  const close = () => !form.saving && onClose();
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={size}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: css.title }}
    >
      <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={`${forms.forms} ${css.form}`}>
        {form.failure && (
          <Alert color="danger" role="alert">
            {form.failure}
          </Alert>
        )}
        {children}
        <div className={css.foot}>
          <Button variant="default" onClick={close} disabled={form.saving}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={form.saving}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
