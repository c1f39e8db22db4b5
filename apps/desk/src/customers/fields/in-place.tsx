import { ActionIcon } from '@mantine/core';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './fields.module.css';

type Props = {
  label: string;
  /** What is shown while nobody edits; null: nothing is there yet. */
  shown: ReactNode;
  readOnly: boolean;
  error?: string | null;
  busy?: boolean;
  /** Begins with what is kept now. */
  onOpen: () => void;
  /** Returns whether it is done: the field closes then. */
  onSave: () => Promise<boolean>;
  /** The field itself, shown while it is edited. */
  children: ReactNode;
};

/** One thing known of a customer: read as text, edited where it stands. Enter keeps it, Escape leaves it; what is kept can be taken back. */
export function InPlace({ label, shown, readOnly, error, busy, onOpen, onSave, children }: Props) {
  const t = useAdminWords();
  const [open, setOpen] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) formRef.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => buttonRef.current?.focus());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await onSave()) close();
  };
  return (
    <div className={css.field}>
      <dt className={css.label}>{label}</dt>
      <dd className={css.value}>
        {open ? (
          <form
            ref={formRef}
            onSubmit={(event) => void submit(event)}
            className={css.form}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
              event.stopPropagation();
              close();
            }}
          >
            <div className={css.editor}>
              {children}
              {error && (
                <p className={css.error} role="alert">
                  {error}
                </p>
              )}
            </div>
            <ActionIcon type="submit" size={36} loading={busy ?? false} aria-label={t('in_place.save', { label })}>
              <IconCheck size={18} stroke={1.8} />
            </ActionIcon>
            <ActionIcon size={36} variant="subtle" color="gray" aria-label={t('in_place.cancel')} onClick={close}>
              <IconX size={18} stroke={1.6} />
            </ActionIcon>
          </form>
        ) : readOnly ? (
          <span className={css.read}>{shown ?? <span className={css.nothing}>{t('in_place.nothing')}</span>}</span>
        ) : (
          <button
            ref={buttonRef}
            type="button"
            className={css.open}
            onClick={() => {
              onOpen();
              setOpen(true);
            }}
          >
            <span className="visually-hidden">{t('in_place.edit', { label })}</span>
            {shown ?? <span className={css.nothing}>{t('in_place.add')}</span>}
            <IconPencil size={14} stroke={1.6} aria-hidden className={css.pencil} />
          </button>
        )}
      </dd>
    </div>
  );
}
