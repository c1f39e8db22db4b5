import { Modal } from '@mantine/core';
import { useWords, type WordKey } from '../app/locale.tsx';
import { useStore } from '../ui/store.ts';
import { currentActions } from './actions.ts';
import { closeKeyHelp, keyHelpStore } from './key-help-store.ts';
import { Keys } from './key-names.tsx';
import css from './keys.module.css';

type Line = { id: string; word: WordKey; group: WordKey; keys: string };
/** A word with every key that does it. */
type Row = { word: WordKey; keys: string[] };

/** Keys that belong to one field and so are no actions of the whole desk. */
const fieldLines: Line[] = [
  { id: 'send', word: 'composer.send', group: 'group.composer', keys: 'mod+enter' },
  { id: 'send_resolve', word: 'composer.send_resolve', group: 'group.composer', keys: 'mod+shift+enter' },
  { id: 'canned', word: 'composer.canned', group: 'group.composer', keys: '/' },
  { id: 'leave', word: 'keys.leave', group: 'group.composer', keys: 'escape' },
];

function byGroup(lines: readonly Line[]): [WordKey, Row[]][] {
  const groups = new Map<WordKey, Row[]>();
  for (const { group, word, keys } of lines) {
    const rows = groups.get(group) ?? [];
    const row = rows.find((one) => one.word === word);
    if (row) row.keys.push(keys);
    else rows.push({ word, keys: [keys] });
    groups.set(group, rows);
  }
  return [...groups];
}

/** Every key that works now, in one sheet. */
export function KeyHelp() {
  const t = useWords();
  const opened = useStore(keyHelpStore, (now) => now);
  const lines = opened
    ? [...currentActions().filter((action): action is typeof action & { keys: string } => Boolean(action.keys)), ...fieldLines]
    : [];
  return (
    <Modal opened={opened} onClose={closeKeyHelp} title={t('keys.title')} size={640} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <div className={css.columns}>
        {byGroup(lines).map(([group, rows]) => (
          <section key={group}>
            <h3 className={css.group}>{t(group)}</h3>
            {rows.map(({ word, keys }) => (
              <div key={word} className={css.line}>
                <span>{t(word)}</span>
                <span className={css.either}>
                  {keys.map((one) => (
                    <Keys key={one} keys={one} />
                  ))}
                </span>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Modal>
  );
}
