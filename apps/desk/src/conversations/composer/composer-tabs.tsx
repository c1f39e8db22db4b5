import type { ReactNode } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import type { Whom } from '../whispers/whom.ts';
import css from './composer.module.css';
import type { Mode } from './draft.ts';

const tabs = [
  { mode: 'reply', word: 'composer.reply', permission: 'conversation.reply' },
  { mode: 'note', word: 'composer.note', permission: 'conversation.note' },
  { mode: 'whisper', word: 'composer.whisper', permission: 'conversation.whisper' },
] as const;

type Props = { mode: Mode; setMode: (mode: Mode) => void; whom: Whom | null; onChosen: () => void; children?: ReactNode };

/** To the customer, for colleagues, or for one colleague alone: said by word, place and paper. `children`: how it goes to the customer. */
export function ComposerTabs({ mode, setMode, whom, onChosen, children }: Props) {
  const t = useWords();
  const { permissions } = useMe();
  const shown = tabs.filter(({ mode, permission }) => permissions.includes(permission) && (mode !== 'whisper' || whom));
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
      {mode === 'reply' ? children : <span className={css.tabHint}>{t('composer.note_hint')}</span>}
    </div>
  );
}
