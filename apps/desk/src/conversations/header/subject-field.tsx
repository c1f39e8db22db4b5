import { type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { isComposing } from '../../keys/match-keys.ts';
import { useSetSubject } from '../conversations.mutations.ts';
import css from './conversation-header.module.css';

/** The subject; a click makes it a field. Enter (not one that ends a composition) or leaving saves, Esc does not. */
export function SubjectField({ id, subject }: { id: string; subject: string }) {
  const t = useWords();
  const save = useSetSubject(id);
  const [typed, setTyped] = useState<string | null>(null);
  const kept = useRef(true);
  const finish = () => {
    const next = typed?.trim();
    if (kept.current && next && next !== subject) save(next);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    kept.current = event.key !== 'Escape';
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  };
  if (typed !== null)
    return (
      <input
        className={css.subjectInput}
        value={typed}
        maxLength={200}
        aria-label={t('header.subject')}
        ref={(field) => field?.focus()}
        onFocus={(event) => {
          kept.current = true;
          event.currentTarget.select();
        }}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={onKeyDown}
      />
    );
  return (
    <h2 className={css.subject}>
      <button type="button" className={css.subjectButton} title={subject} onClick={() => setTyped(subject)}>
        {subject || t('conversation.untitled')}
      </button>
    </h2>
  );
}
