import type { Message } from '@madoguchi/contract/messages.ts';
import { useWords } from '../../app/locale.tsx';
import { clockTime, fullTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './fact-line.module.css';

/** What was taken back: a reply of ours in time, its words on request; a message of the customer's on their platform, its words are gone. */
export function WithdrawnLine({ message }: { message: Message }) {
  const t = useWords();
  const reader = useReader();
  const time = (
    <time dateTime={message.at} title={fullTime(message.at, reader)}>
      {clockTime(message.at, reader)}
    </time>
  );
  if (message.author.kind === 'customer')
    return (
      <p className={css.line}>
        <span>{t('delivery.unsent_by_customer')}</span>
        {time}
      </p>
    );
  return (
    <details className={css.withdrawn}>
      <summary>
        {t('delivery.withdrawn_by', { name: message.author.name })}
        {time}
      </summary>
      <p>{message.text}</p>
    </details>
  );
}
