import { type Replay, replayVerdict } from '@madoguchi/contract/checked-questions.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './checked.module.css';

/** How the checked questions come out: a bar and its four numbers. */
export function ReplayResult({ replay }: { replay: Replay }) {
  const t = useAdminWords();
  const { asked, after } = replay;
  return (
    <section className={css.result} aria-live="polite" aria-label={t('checked.result', { count: asked })}>
      <p className={css.tried}>{t('checked.result', { count: asked })}</p>
      <span className={css.bar} aria-hidden>
        {replayVerdict.options.map((verdict) => (
          <span key={verdict} data-verdict={verdict} style={{ flexGrow: after[verdict] }} />
        ))}
      </span>
      <ul className={css.verdicts}>
        {replayVerdict.options.map((verdict) => (
          <li key={verdict} data-verdict={verdict}>
            {t(`checked.${verdict}`)} <strong>{after[verdict]}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
