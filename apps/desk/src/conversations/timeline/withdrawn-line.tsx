import type { Message } from '@madoguchi/contract/messages.ts';
import { useWords } from '../../app/locale.tsx';
import { clockTime, fullTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './fact-line.module.css';

/** A reply that was taken back in time: one thin line, its words on request. */
export function WithdrawnLine({ message }: { message: Message }) {
  const t = useWords();
  const reader = useReader();
  return (
    <details className={css.withdrawn}>
      <summary>
        {t('delivery.withdrawn_by', { name: message.author.name })}
        <time dateTime={message.at} title={fullTime(message.at, reader)}>
          {clockTime(message.at, reader)}
        </time>
      </summary>
      <p>{message.text}</p>
    </details>
  );
}
