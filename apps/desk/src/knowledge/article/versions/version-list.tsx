import type { ArticleHappening } from '@madoguchi/contract/article-life.ts';
import type { ArticleVersion } from '@madoguchi/contract/knowledge.ts';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { useLocale } from '../../../app/locale.tsx';
import { Ago } from '../../../ui/time-text.tsx';
import { HappeningLine } from './happening-line.tsx';
import { historyLines } from './history-lines.ts';
import css from './versions.module.css';

const labels = { question: 'field.question', answer: 'field.answer', category: 'field.category', examples: 'field.examples' } as const;

type Props = {
  versions: readonly ArticleVersion[];
  happenings: readonly ArticleHappening[];
  chosen: number;
  onChoose: (version: number) => void;
};

/** Who saved when and what that changed, and what else happened in between; the newest version is what the article says now. */
export function VersionList({ versions, happenings, chosen, onChoose }: Props) {
  const t = useAdminWords();
  const and = useLocale() === 'ja' ? '・' : ', ';
  const newest = versions[0]?.version;
  return (
    <ol className={css.list} aria-label={t('history.title')}>
      {historyLines(versions, happenings).map((line) =>
        line.happening ? (
          <li key={`${line.happening.at} ${line.happening.what}`}>
            <HappeningLine happening={line.happening} />
          </li>
        ) : (
          <li key={line.version.version}>
            <button
              type="button"
              className={css.version}
              aria-current={line.version.version === chosen}
              onClick={() => onChoose(line.version.version)}
            >
              <span className={css.top}>
                <strong>
                  {line.version.version === newest ? t('history.now') : t('history.version', { version: line.version.version })}
                </strong>
                <Ago at={line.version.savedAt} className={css.when} />
              </span>
              <span className={css.who}>{line.version.savedBy}</span>
              <span className={css.what}>
                {line.version.version === 1
                  ? t('history.first')
                  : t('history.changed', { fields: line.version.changed.map((name) => t(labels[name])).join(and) })}
              </span>
            </button>
          </li>
        ),
      )}
    </ol>
  );
}
