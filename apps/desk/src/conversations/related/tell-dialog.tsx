import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import dialogs from '../../routing/dialogs.module.css';
import { useTellAll } from './related.mutations.ts';

type Props = { to: readonly { id: string; number: number; customer: string; lastSeq: number }[]; close: () => void };

/** One reply for every child that is still open. */
export function TellDialog({ to, close }: Props) {
  const t = useWords();
  const tellAll = useTellAll();
  const [text, setText] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const [all] = useState(to);
  return (
    <Modal
      opened
      onClose={close}
      size={520}
      title={t('related.tell_title', { count: all.length })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '' && !tellAll.isPending) tellAll.mutate({ to: all, text: text.trim(), key }, { onSuccess: close });
        }}
      >
        <Stack gap={16}>
          <p className={dialogs.text}>
            {t('related.tell_lead')} {all.map(({ number }) => `#${number}`).join(' ')}
          </p>
          <Textarea
            label={t('related.tell_text')}
            data-autofocus
            required
            autosize
            minRows={5}
            maxRows={14}
            maxLength={20_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className={dialogs.foot}>
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={text.trim() === ''} loading={tellAll.isPending}>
              {t('related.tell_send', { count: all.length })}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}
