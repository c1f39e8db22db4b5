import type { SideMessage } from '@madoguchi/contract/side-conversations.ts';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { fullTime, shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { Attachments } from '../timeline/attachments.tsx';
import css from './side.module.css';
import { useRetrySide } from './side.mutations.ts';

/** One mail: who wrote it and when, its words and files, and what is odd about it. */
export function SideMail({ message, conversationId }: { message: SideMessage; conversationId: string }) {
  const t = useWords();
  const reader = useReader();
  const retry = useRetrySide(conversationId);
  const { author, delivery, failure, kind } = message;
  const odd = [
    message.stranger && t('side.stranger'),
    !message.verified && t('side.unverified'),
    message.joinedBy === 'guess' && t('side.guess'),
  ].filter((one) => typeof one === 'string');
  return (
    <li className={css.mail} data-direction={message.direction} data-kind={kind}>
      <p className={css.head}>
        <strong>{author.name || message.from}</strong>
        {message.direction === 'in' && author.name && <span className={css.address}>{message.from}</span>}
        {kind === 'auto_reply' && <span className={css.tag}>{t('side.auto_reply')}</span>}
        <time dateTime={message.at} title={fullTime(message.at, reader)}>
          {shortTime(message.at, reader)}
        </time>
      </p>
      {odd.map((words) => (
        <p key={words} className={css.odd}>
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
          {words}
        </p>
      ))}
      <div className={`${css.text} prose`}>{message.text}</div>
      <Attachments files={message.files} />
      {message.quoted.trim() !== '' && (
        <details className={css.fold}>
          <summary>{t('side.quoted')}</summary>
          <div>{message.quoted.trim()}</div>
        </details>
      )}
      {delivery === 'queued' && <p className={css.fate}>{t('side.sending')}</p>}
      {delivery === 'failed' && (
        <p className={css.fate} data-failed role="alert">
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
          <span>
            {t('side.failed')}
            {failure?.detail && <small>{failure.detail}</small>}
          </span>
          <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate(message.id)}>
            {t('side.retry')}
          </Button>
        </p>
      )}
    </li>
  );
}
