import type { Message } from '@madoguchi/contract/messages.ts';
import { IconLock } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { clockTime, fullTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { Attachments } from './attachments.tsx';
import css from './bubble.module.css';
import { NoteText } from './note-text.tsx';

/** An internal note: full width on amber paper, so that it is never taken for something the customer can see. */
export function NoteCard({ message }: { message: Message }) {
  const t = useWords();
  const reader = useReader();
  return (
    <section className={css.note} aria-label={t('composer.note')}>
      <header className={css.noteHead}>
        <IconLock size={13} stroke={1.8} aria-hidden />
        <span>
          {t('composer.note')} · {message.author.kind === 'bot' ? t('author.bot') : message.author.name}
        </span>
        <time dateTime={message.at} title={fullTime(message.at, reader)}>
          {clockTime(message.at, reader)}
        </time>
      </header>
      {message.text && (
        <div className={css.noteText}>
          <NoteText text={message.text} mentions={message.mentions} />
        </div>
      )}
      <Attachments files={message.attachments} />
    </section>
  );
}
