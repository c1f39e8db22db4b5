import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useReader } from '../../ui/use-now.ts';
import css from './later.module.css';
import { fieldOf, fromField, presetsAt } from './later.ts';

type Props = {
  title: string;
  action: string;
  /** What can be agreed to along with the time. */
  option?: string;
  choose: (at: Date, option: boolean) => void;
  close: () => void;
};

/** A time of one's own, in the workspace's zone. */
export function TimeDialog({ title, action, option, choose, close }: Props) {
  const t = useWords();
  const { zone } = useReader();
  const [value, setValue] = useState(() => fieldOf(presetsAt(new Date(), zone).find(({ name }) => name === 'tomorrow')!.at, zone));
  const [agreed, setAgreed] = useState(false);
  const at = fromField(value, zone);
  const isOver = at !== null && at.getTime() <= Date.now();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!at || isOver) return;
    choose(at, agreed);
    close();
  };
  return (
    <Modal opened onClose={close} title={title} size={400} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form className={css.form} onSubmit={submit}>
        <TextInput
          type="datetime-local"
          label={t('later.when')}
          value={value}
          min={fieldOf(new Date(), zone)}
          onChange={(event) => setValue(event.currentTarget.value)}
          error={isOver ? t('later.over') : undefined}
          data-autofocus
        />
        {option && <Checkbox label={option} checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={!at || isOver}>
            {action}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
