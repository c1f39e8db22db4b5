import { Button, Modal } from '@mantine/core';
import { useWords } from '../../app/locale.tsx';
import { PlainText } from '../../ui/markdown-view.tsx';
import { useStore } from '../../ui/store.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { deliver } from './deliver.ts';
import css from './double-reply-dialog.module.css';
import { doubleReplyStore, endDoubleReply } from './double-reply-store.ts';
import { returnDraft } from './draft-store.ts';

type Props = { conversationId: string; sawUpTo: (seq: number) => void };

/** Two replies to one question never leave unseen: what was said meanwhile stands beside what was about to be said. */
export function DoubleReplyDialog({ conversationId, sawUpTo }: Props) {
  const t = useWords();
  const stopped = useStore(doubleReplyStore, (now) => (now?.outgoing.conversationId === conversationId ? now : null));
  if (!stopped) return null;
  const { outgoing, answered } = stopped;
  const seenSeq = Math.max(outgoing.seenSeq, ...answered.map((message) => message.seq));
  const edit = () => {
    sawUpTo(seenSeq);
    endDoubleReply();
    returnDraft(conversationId, outgoing.mode, outgoing.draft);
  };
  const discard = () => {
    endDoubleReply();
    tellWithUndo(t('double.discarded'), { label: t('undo.undo'), undo: () => returnDraft(conversationId, outgoing.mode, outgoing.draft) });
  };
  const sendAnyway = () => {
    endDoubleReply();
    // A new key: the refused one must not come to mean another write.
    void deliver({ ...outgoing, key: crypto.randomUUID(), seenSeq });
  };
  return (
    <Modal opened onClose={edit} title={t('double.title')} size={840} closeButtonProps={{ 'aria-label': t('double.edit') }}>
      <p className={css.lead}>{t('double.lead')}</p>
      <div className={css.sides}>
        <section className={css.side}>
          <h3>{t('double.said')}</h3>
          {answered.map((message) => (
            <div key={message.id} className={css.text} data-author={message.author.kind}>
              <header>
                <strong>{message.author.kind === 'bot' ? t('author.bot') : message.author.name}</strong> <Ago at={message.at} />
              </header>
              <PlainText text={message.text} />
            </div>
          ))}
        </section>
        <section className={css.side}>
          <h3>{t('double.mine')}</h3>
          <div className={css.text} data-author="me">
            {outgoing.draft.text}
          </div>
        </section>
      </div>
      <footer className={css.foot}>
        <Button variant="subtle" color="danger" onClick={discard}>
          {t('double.discard')}
        </Button>
        <span className={css.gap} />
        <Button variant="default" onClick={sendAnyway}>
          {t('double.send_anyway')}
        </Button>
        <Button onClick={edit} data-autofocus>
          {t('double.edit')}
        </Button>
      </footer>
    </Modal>
  );
}
