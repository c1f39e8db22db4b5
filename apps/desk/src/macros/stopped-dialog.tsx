import { Button, Modal } from '@mantine/core';
import { useWords } from '../app/locale.tsx';
import double from '../conversations/composer/double-reply-dialog.module.css';
import { PlainText } from '../ui/markdown-view.tsx';
import { useStore } from '../ui/store.ts';
import { Ago } from '../ui/time-text.tsx';
import { MacroSteps } from './macro-steps.tsx';
import { stoppedRun } from './run-store.ts';
import { useRunMacro } from './use-run-macro.ts';

const asIs = (text: string): string => text;

/** The stop of a reply, for macros: what was said or changed meanwhile stands beside what was about to be done. */
export function StoppedDialog({ conversationId }: { conversationId: string }) {
  const t = useWords();
  const stopped = useStore(stoppedRun, (now) => (now?.conversationId === conversationId ? now : null));
  const { run, look } = useRunMacro(conversationId);
  if (!stopped) return null;
  const { macro, answers, answered, changed } = stopped;
  const close = () => stoppedRun.set(null);
  const runAnyway = () => {
    const seen = look();
    close();
    // What was said meanwhile was read here.
    if (seen) void run(macro, answers, { ...seen, seq: Math.max(seen.seq, ...answered.map(({ seq }) => seq)) });
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t(answered.length > 0 ? 'double.title' : 'macro.changed_title')}
      size={840}
      closeButtonProps={{ 'aria-label': t('macro.dont') }}
    >
      <p className={double.lead}>{t('macro.stopped_lead', { name: macro.name })}</p>
      <div className={double.sides}>
        <section className={double.side}>
          <h3>{t(answered.length > 0 ? 'double.said' : 'macro.changed_meanwhile')}</h3>
          {answered.map((message) => (
            <div key={message.id} className={double.text} data-author={message.author.kind}>
              <header>
                <strong>{message.author.kind === 'bot' ? t('author.bot') : message.author.name}</strong> <Ago at={message.at} />
              </header>
              <PlainText text={message.text} />
            </div>
          ))}
          {changed.length > 0 && (
            <div className={double.text}>
              {t('macro.changed_list', { what: changed.map((field) => t(`macro.field.${field as 'status'}`)).join(t('macro.joint')) })}
            </div>
          )}
        </section>
        <section className={double.side}>
          <h3>{t('macro.was_to_do')}</h3>
          <div className={double.text} data-author="me">
            <MacroSteps actions={macro.actions} fill={asIs} />
          </div>
        </section>
      </div>
      <footer className={double.foot}>
        <span className={double.gap} />
        <Button variant="default" onClick={runAnyway}>
          {t('macro.run_anyway')}
        </Button>
        <Button onClick={close} data-autofocus>
          {t('macro.dont')}
        </Button>
      </footer>
    </Modal>
  );
}
