import { IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { deliver } from '../composer/deliver.ts';
import { returnDraft } from '../composer/draft-store.ts';
import { dropOutgoing, type Outgoing } from '../composer/outbox-store.ts';
import whisperCss from '../whispers/whisper-card.module.css';
import { Attachments } from './attachments.tsx';
import css from './bubble.module.css';

/** A message on its way: shown at once. Without an answer it stays, is tried again by itself, and can go back to the composer. */
export function OutgoingBubble({ outgoing }: { outgoing: Outgoing }) {
  const t = useWords();
  const { agent } = useMe();
  const { draft, mode, state } = outgoing;
  const takeBack = () => {
    dropOutgoing(outgoing.key);
    returnDraft(outgoing.conversationId, mode, draft);
  };
  const mark =
    state === 'sending' ? (
      <span className={css.mark}>
        <IconLoader2 size={14} stroke={1.8} aria-hidden />
        {t('delivery.sending')}
      </span>
    ) : (
      <span className={css.mark} data-kind="unsent">
        <IconCloudOff size={14} stroke={1.8} aria-hidden />
        {t('delivery.unsent')}
        <button type="button" className={css.link} onClick={() => void deliver(outgoing)}>
          {t('delivery.again')}
        </button>
        <button type="button" className={css.link} onClick={takeBack}>
          {t('delivery.edit')}
        </button>
      </span>
    );
  if (mode !== 'reply')
    return (
      <section className={mode === 'note' ? css.note : whisperCss.whisper} aria-busy={state === 'sending'}>
        <div className={css.noteText}>{draft.text}</div>
        <div className={css.meta}>{mark}</div>
      </section>
    );
  return (
    <div className={css.row} data-side="right" data-author="agent" data-opens data-sending={state === 'sending' || undefined}>
      <div className={css.name}>
        <Avatar name={agent.name} id={agent.id} size={18} />
        {agent.name}
      </div>
      {draft.text && <div className={css.bubble}>{draft.text}</div>}
      <Attachments files={draft.attachments} />
      <div className={css.meta}>{mark}</div>
    </div>
  );
}
