import type { CannedResponse } from '@madoguchi/contract/canned-responses.ts';
import { IconTextPlus } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import css from './canned-suggestions.module.css';

type Props = { items: readonly CannedResponse[]; onChoose: (item: CannedResponse) => void };

/** Canned responses that fit what the customer said last. They are offered while nothing is written, and never put in by themselves. */
export function CannedSuggestions({ items, onChoose }: Props) {
  const t = useWords();
  if (items.length === 0) return null;
  return (
    <ul className={css.row} aria-label={t('canned.suggested')}>
      <li className={css.icon} aria-hidden>
        <IconTextPlus size={16} stroke={1.6} />
      </li>
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            data-small
            className={css.chip}
            title={item.text}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item)}
          >
            {item.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
