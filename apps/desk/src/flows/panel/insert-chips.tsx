import { useAdminWords } from '../../admin/admin-words.ts';
import { useFlow } from '../editor/flow-context.ts';
import { quotableIn } from '../plan/new-step.ts';
import css from './panel.module.css';

/** The answers that a text can quote. Inserting does not take the caret out of the field. */
export function InsertChips({ onInsert }: { onInsert: (quote: string) => void }) {
  const t = useAdminWords();
  const { plan, readOnly } = useFlow();
  const names = quotableIn(plan);
  if (names.length === 0 || readOnly) return null;
  return (
    <fieldset className={css.chips} aria-label={t('flows.text_insert')}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          data-small
          className={css.chip}
          aria-label={t('flows.text_insert_name', { field: name })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onInsert(`{${name}}`)}
        >
          {`{${name}}`}
        </button>
      ))}
    </fieldset>
  );
}

type Field = HTMLTextAreaElement | HTMLInputElement;

/** The text of a field with `quote` in the place of what is marked there. Moves the caret behind it once the field shows it. */
export function inserted(field: Field | null, value: string, quote: string): string {
  const start = field?.selectionStart ?? value.length;
  const end = field?.selectionEnd ?? value.length;
  requestAnimationFrame(() => {
    field?.focus();
    field?.setSelectionRange(start + quote.length, start + quote.length);
  });
  return value.slice(0, start) + quote + value.slice(end);
}
