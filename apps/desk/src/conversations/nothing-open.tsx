import { IconMessages } from '@tabler/icons-react';
import { useWords } from '../app/locale.tsx';
import { Keys } from '../keys/key-names.tsx';
import { Empty } from '../ui/empty.tsx';
import css from './nothing-open.module.css';

const hints = [
  { keys: 'j', word: 'hint.next' },
  { keys: 'enter', word: 'hint.open' },
  { keys: 'mod+k', word: 'hint.palette' },
  { keys: '?', word: 'hint.keys' },
] as const;

/** Beside a list from which nothing is open yet: how to go on without the mouse. */
export function NothingOpen() {
  const t = useWords();
  return (
    <section className={css.pane} aria-label={t('nothing_open.title')}>
      <Empty icon={IconMessages} title={t('nothing_open.title')} text={t('nothing_open.text')}>
        <dl className={css.hints}>
          {hints.map(({ keys, word }) => (
            <div key={keys}>
              <dt>
                <Keys keys={keys} />
              </dt>
              <dd>{t(word)}</dd>
            </div>
          ))}
        </dl>
      </Empty>
    </section>
  );
}
