import type { Message } from '@madoguchi/contract/messages.ts';
import { IconCalendarClock } from '@tabler/icons-react';
import { withdrawMessage } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { once } from '../../app/once.ts';
import { queryClient, tellFailure } from '../../app/query-client.ts';
import { shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { heldKey, sendNow, undoSend } from '../composer/undo-toast.tsx';
import { putMessage } from '../conversations.cache.ts';
import css from '../timeline/bubble.module.css';

const cancel = (message: Message): void =>
  void once(heldKey(message), () =>
    call(withdrawMessage, { params: { id: message.id } })
      .then((withdrawn) => putMessage(queryClient, withdrawn))
      .catch(tellFailure),
  );

/** When a reply goes out, and what can still be done with it; a colleague's as well, who may be away by then. */
export function ScheduledMark({ message }: { message: Message }) {
  const t = useWords();
  const reader = useReader();
  const time = shortTime(message.heldUntil ?? message.at, reader);
  return (
    <span className={css.mark} data-kind="held">
      <IconCalendarClock size={14} stroke={1.8} aria-hidden />
      {t(message.scheduled?.unlessReply ? 'later.scheduled_unless' : 'later.scheduled', { time })}
      <span className={css.links}>
        <button type="button" className={css.link} onClick={() => void undoSend(message)}>
          {t('later.edit')}
        </button>
        <button type="button" className={css.link} onClick={() => cancel(message)}>
          {t('later.cancel')}
        </button>
        <button type="button" className={css.link} onClick={() => void sendNow(message)}>
          {t('undo.send_now')}
        </button>
      </span>
    </span>
  );
}
