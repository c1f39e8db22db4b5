import { useAdminWords } from '../../admin/admin-words.ts';
import { Mark, markNames } from '../article-marks.tsx';
import type { MarkName } from '../knowledge.queries.ts';
import css from './filter-bar.module.css';

type Props = { marks: Record<MarkName, number> | undefined; chosen: MarkName | null; onChoose: (mark: MarkName | null) => void };

/** What waits for somebody: only the marks that some article carries, and the one that is chosen. */
export function MarkFilter({ marks, chosen, onChoose }: Props) {
  const t = useAdminWords();
  const shown = markNames.filter((name) => name === chosen || (marks?.[name] ?? 0) > 0);
  if (shown.length === 0) return null;
  return (
    <fieldset className={css.marks} aria-label={t('list.by_mark')}>
      {shown.map((name) => (
        <button
          key={name}
          type="button"
          className={css.markChoice}
          aria-pressed={name === chosen}
          onClick={() => onChoose(name === chosen ? null : name)}
        >
          <Mark name={name} />
          <span className={css.count}>{marks?.[name]?.toLocaleString() ?? ''}</span>
        </button>
      ))}
    </fieldset>
  );
}
