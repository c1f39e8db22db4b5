import type { ArticleVersion } from '@madoguchi/contract/knowledge.ts';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { useLocale } from '../../../app/locale.tsx';
import { Ago } from '../../../ui/time-text.tsx';
import css from './versions.module.css';

const labels = { question: 'field.question', answer: 'field.answer', category: 'field.category', examples: 'field.examples' } as const;

type Props = { versions: readonly ArticleVersion[]; chosen: number; onChoose: (version: number) => void };

/** Who saved when, and what that changed; the newest on top is what the article says now. */
export function VersionList({ versions, chosen, onChoose }: Props) {
  const t = useAdminWords();
  const and = useLocale() === 'ja' ? '・' : ', ';
  return (
    <ol className={css.list} aria-label={t('history.title')}>
      {versions.map(({ version, savedAt, savedBy, changed }, index) => (
        <li key={version}>
          <button type="button" className={css.version} aria-current={version === chosen} onClick={() => onChoose(version)}>
            <span className={css.top}>
              <strong>{index === 0 ? t('history.now') : t('history.version', { version })}</strong>
              <Ago at={savedAt} className={css.when} />
            </span>
            <span className={css.who}>{savedBy}</span>
            <span className={css.what}>
              {version === 1 ? t('history.first') : t('history.changed', { fields: changed.map((name) => t(labels[name])).join(and) })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
