import type { Because } from '@madoguchi/contract/automation.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './automation.module.css';
import { useConditionWords } from './use-condition-words.ts';

/** The conditions that held, each with what made it hold. */
export function BecauseList({ because }: { because: readonly Because[] }) {
  const t = useAdminWords();
  const words = useConditionWords(because.map(({ condition }) => ({ any: [condition] })));
  if (because.length === 0) return null;
  return (
    <ul className={css.because}>
      {because.map(({ condition, value }, at) => {
        const held = words.held(condition, value);
        return (
          <li key={String(at)}>
            {words.one(condition)}
            {held && <b>{t('automation.why_value', { value: held })}</b>}
          </li>
        );
      })}
    </ul>
  );
}
