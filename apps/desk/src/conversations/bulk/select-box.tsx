import { IconCheck } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import css from './bulk.module.css';
import { extended, toggled } from './selection.ts';
import { selection, useIsSelected, useIsSelecting } from './selection-store.ts';

type Props = { id: string; name: string; rows: readonly { id: string }[] };

/** Chooses a row: there under the pointer, and on every row while anything is chosen. */
export function SelectBox({ id, name, rows }: Props) {
  const t = useWords();
  const chosen = useIsSelected(id);
  const selecting = useIsSelecting();
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-label={t('bulk.select', { name })}
      className={css.box}
      data-shown={selecting || undefined}
      tabIndex={-1}
      onClick={(event) => selection.set((now) => (event.shiftKey ? extended(now, rows, id) : toggled(now, id)))}
    >
      <span>{chosen && <IconCheck size={12} stroke={3} aria-hidden />}</span>
    </button>
  );
}
