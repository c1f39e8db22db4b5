import { useAdminWords } from '../../../admin/admin-words.ts';
import { type DiffLine, lineDiff } from '../line-diff.ts';
import css from './versions.module.css';

/** What a version says; examples one a line. */
export type Said = { question: string; answer: string; category: string; examples: string[] };
const NOTHING: Said = { question: '', answer: '', category: '', examples: [] };

const labels = { question: 'field.question', answer: 'field.answer', category: 'field.category', examples: 'field.examples' } as const;
const names = ['question', 'answer', 'category', 'examples'] as const;
const textOf = (said: Said, name: (typeof names)[number]) => (name === 'examples' ? said.examples.join('\n') : said[name]);

/** An empty text has no lines, rather than one that is empty. */
const linesOf = (before: string, after: string) =>
  lineDiff(before, after)
    .filter(({ kind }) => !(kind === 'mine' && before === '') && !(kind === 'theirs' && after === ''))
    .map((line, index) => ({ ...line, kind: before === '' ? ('theirs' as const) : line.kind, key: `${index}` }));

/** Two versions of an article field by field, lines that went away and lines that came marked. `before` null: everything came. */
export function VersionDiff({ before, after }: { before: Said | null; after: Said }) {
  const t = useAdminWords();
  const from = before ?? NOTHING;
  const changed = names.filter((name) => textOf(from, name) !== textOf(after, name));
  if (changed.length === 0) return <p className={css.none}>{t('history.same')}</p>;
  return changed.map((name) => (
    <section key={name} className={css.field}>
      <h3 className={css.label}>{t(labels[name])}</h3>
      <div className={css.lines}>
        {linesOf(textOf(from, name), textOf(after, name)).map(({ key, ...line }) => (
          <Line key={key} {...line} />
        ))}
      </div>
    </section>
  ));
}

function Line({ kind, text }: DiffLine) {
  const t = useAdminWords();
  const Tag = kind === 'mine' ? 'del' : kind === 'theirs' ? 'ins' : 'div';
  const said = kind === 'mine' ? t('history.removed') : kind === 'theirs' ? t('history.added') : undefined;
  return (
    <Tag className={css.line} data-kind={kind} title={said}>
      {text || ' '}
    </Tag>
  );
}
