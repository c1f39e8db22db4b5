import { useWords } from '../../app/locale.tsx';
import css from './approval.module.css';
import { changesBetween } from './changes.ts';

/** What was taken out and what was put in; told apart by more than color. */
export function Changes({ before, after }: { before: string; after: string }) {
  const t = useWords();
  return (
    <section aria-label={t('approval.changes_title')}>
      <h3 className={css.changesTitle}>{t('approval.changes_title')}</h3>
      <p className={css.changes}>
        {changesBetween(before, after).map(({ kind, text }, at) => {
          // Stretches have no name of their own; their order is all there is.
          const key = `${at}-${kind}`;
          if (kind === 'same') return <span key={key}>{text}</span>;
          return kind === 'removed' ? (
            <del key={key} title={t('approval.removed')}>
              {text}
            </del>
          ) : (
            <ins key={key} title={t('approval.added')}>
              {text}
            </ins>
          );
        })}
      </p>
    </section>
  );
}
