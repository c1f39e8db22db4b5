import type { Message } from '@madoguchi/contract/messages.ts';
import { IconCheck, IconChecks, IconClock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { ApprovalMark } from '../approval/approval-mark.tsx';
import { sendNow, undoSend } from '../composer/undo-toast.tsx';
import { ScheduledMark } from '../later/scheduled-mark.tsx';
import css from './bubble.module.css';
import { FailedMark } from './failed-mark.tsx';

/** Whole seconds until a moment, counted down; 0 once it is over. */
function useSecondsUntil(at: string | null): number {
  const left = () => (at ? Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1000)) : 0);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const tick = () => setSeconds(at ? Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1000)) : 0);
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [at]);
  return seconds;
}

function Held({ message }: { message: Message }) {
  const t = useWords();
  const seconds = useSecondsUntil(message.heldUntil);
  // A colleague's reply is theirs to take back.
  const mine = useMe().agent.id === message.author.id;
  if (seconds === 0)
    return (
      <span className={css.mark} data-kind="held">
        <IconClock size={14} stroke={1.8} aria-hidden />
        {t('delivery.sending')}
      </span>
    );
  return (
    <span className={css.mark} data-kind="held">
      <IconClock size={14} stroke={1.8} aria-hidden />
      {t('delivery.held', { seconds })}
      {mine && (
        <>
          <button type="button" className={css.link} onClick={() => void undoSend(message)}>
            {t('undo.undo')}
          </button>
          <button type="button" className={css.link} onClick={() => void sendNow(message)}>
            {t('undo.send_now')}
          </button>
        </>
      )}
    </span>
  );
}

/** How far our message has come. */
export function DeliveryMark({ message }: { message: Message }) {
  const t = useWords();
  switch (message.delivery) {
    case 'held':
      if (message.awaitsApproval) return <ApprovalMark message={message} />;
      return message.scheduled ? <ScheduledMark message={message} /> : <Held message={message} />;
    case 'sent':
      return (
        <span className={css.mark}>
          <IconCheck size={14} stroke={1.8} aria-hidden />
          {t('delivery.sent')}
        </span>
      );
    case 'delivered':
      return (
        <span className={css.mark}>
          <IconChecks size={14} stroke={1.8} aria-hidden />
          {t('delivery.delivered')}
        </span>
      );
    case 'seen':
      return (
        <span className={css.mark} data-kind="seen">
          <IconChecks size={14} stroke={1.8} aria-hidden />
          {t('delivery.seen')}
        </span>
      );
    case 'withdrawn':
      return null;
    case 'failed':
      return <FailedMark message={message} />;
  }
}
