import type { ReactNode } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import css from './composer.module.css';
import type { Mode } from './draft.ts';

const tabs = [
  { mode: 'reply', word: 'composer.reply', permission: 'conversation.reply' },
  { mode: 'note', word: 'composer.note', permission: 'conversation.note' },
] as const;

type Props = { mode: Mode; setMode: (mode: Mode) => void; onChosen: () => void; children?: ReactNode };

/** To the customer, or for colleagues only: said by word, place and paper. `children`: how it goes to the customer. */
export function ComposerTabs({ mode, setMode, onChosen, children }: Props) {
  const t = useWords();
  const { permissions } = useMe();
  const shown = tabs.filter(({ permission }) => permissions.includes(permission));
  return (
    <div className={css.tabs}>
      <div className={css.tabList} role="tablist">
        {shown.map((tab) => (
          <button
            key={tab.mode}
            type="button"
            role="tab"
            aria-selected={tab.mode === mode}
            className={css.tab}
            onClick={() => {
              setMode(tab.mode);
              onChosen();
            }}
          >
            {t(tab.word)}
          </button>
        ))}
      </div>
      {mode === 'note' ? <span className={css.tabHint}>{t('composer.note_hint')}</span> : children}
    </div>
  );
}
