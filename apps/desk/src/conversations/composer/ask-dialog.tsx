import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { usePhone } from '../../admin/use-phone.ts';
import { useWords } from '../../app/locale.tsx';
import css from './ask-dialog.module.css';

type Props = {
  title: string;
  /** What is asked for, each once. */
  asks: readonly string[];
  action: string;
  /** What comes of it, with what was answered so far. */
  children: (answers: Readonly<Record<string, string>>) => ReactNode;
  onAnswer: (answers: Readonly<Record<string, string>>) => void;
  onClose: () => void;
  busy?: boolean;
};

/** Asks for what a text has to be told before it is used: Tab to the next, Enter when all is said. */
export function AskDialog({ title, asks, action, children, onAnswer, onClose, busy = false }: Props) {
  const t = useWords();
  const phone = usePhone();
  const form = useRef<HTMLFormElement>(null);
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const missing = asks.findIndex((ask) => !answers[ask]?.trim());
    if (missing === -1) return onAnswer(answers);
    form.current?.querySelectorAll('input')[missing]?.focus();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={560} fullScreen={phone} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form ref={form} onSubmit={submit} noValidate className={css.form}>
        {asks.map((ask, index) => (
          <TextInput
            key={ask}
            label={ask}
            maxLength={1000}
            autoComplete="off"
            data-autofocus={index === 0 || undefined}
            value={answers[ask] ?? ''}
            onChange={(event) => setAnswers({ ...answers, [ask]: event.currentTarget.value })}
          />
        ))}
        {children(answers)}
        <footer className={css.foot}>
          <Button variant="default" onClick={onClose}>
            {t('ask.cancel')}
          </Button>
          <Button type="submit" loading={busy} data-autofocus={asks.length === 0 || undefined}>
            {action}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
