import { useAdminWords } from '../../admin/admin-words.ts';
import css from './conflict-dialog.module.css';
import type { FieldName, Fields } from './fields.ts';
import { type DiffLine, lineDiff } from './line-diff.ts';
import type { Side } from './merge.ts';

/** A field as lines: examples are one a line, the language by its own name. */
function textOf(fields: Fields, name: FieldName): string {
  if (name === 'examples') return fields.examples.join('\n');
  if (name === 'locale') return fields.locale === 'ja' ? '日本語' : 'English';
  return fields[name];
}

/** Both versions of a field beside each other, the lines that only one has marked. */
export function ConflictSides({ name, mine, theirs, chosen }: { name: FieldName; mine: Fields; theirs: Fields; chosen: Side }) {
  const lines = lineDiff(textOf(mine, name), textOf(theirs, name));
  return (
    <div className={css.sides}>
      <OneSide side="mine" lines={lines} chosen={chosen === 'mine'} />
      <OneSide side="theirs" lines={lines} chosen={chosen === 'theirs'} />
    </div>
  );
}

function OneSide({ side, lines, chosen }: { side: Side; lines: readonly DiffLine[]; chosen: boolean }) {
  const t = useAdminWords();
  const own = lines.filter(({ kind }) => kind === 'same' || kind === side).map((line, index) => ({ ...line, key: `${index}` }));
  return (
    <div className={css.side} data-chosen={chosen || undefined}>
      {own.every(({ text }) => text === '') && <span className={css.empty}>{t('conflict.empty')}</span>}
      {own.map(({ key, kind, text }) => (
        <div key={key} className={kind === 'same' ? css.same : css.differs}>
          {text || ' '}
        </div>
      ))}
    </div>
  );
}
