import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useWords } from '../../app/locale.tsx';
import { keysText } from '../../keys/key-names.tsx';
import { isComposing } from '../../keys/match-keys.ts';
import { setDraft, useDraft } from '../composer/draft-store.ts';
import css from './whisper-strip.module.css';

type Props = {
  /** The conversation: what is written here survives as every draft does. */
  id: string;
  name: string;
  busy: boolean;
  send: (text: string, key: string) => void;
  close: () => void;
};

/** A line back to whoever whispered. Enter alone never sends. */
export function AnswerField({ id, name, busy, send, close }: Props) {
  const t = useWords();
  const draft = useDraft(id, 'whisper');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  // One key for these words, however often they are tried.
  const key = useRef({ text: '', key: '' });
  const go = () => {
    const text = draft.text.trim();
    if (text === '' || busy) return;
    if (key.current.text !== text) key.current = { text, key: crypto.randomUUID() };
    send(text, key.current.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      go();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  return (
    <div className={css.answer}>
      <Textarea
        autosize
        minRows={1}
        maxRows={5}
        ref={field}
        aria-label={t('whisper.answer_label', { name })}
        placeholder={t('whisper.answer_label', { name })}
        value={draft.text}
        onChange={(event) => setDraft(id, 'whisper', { ...draft, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <Button size="compact-md" loading={busy} disabled={draft.text.trim() === ''} onClick={go}>
        {t('whisper.answer')}
        <span className={css.keys}>{keysText('mod+enter')}</span>
      </Button>
      <Button size="compact-md" variant="subtle" color="gray" onClick={close}>
        {t('action.close')}
      </Button>
    </div>
  );
}
