import type { ImportPreview } from '@madoguchi/contract/knowledge.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './sample-table.module.css';

const changes = { added: 'import.row_added', changed: 'import.row_changed', unchanged: 'import.row_unchanged' } as const;

/** The first rows as they will be: enough to see that columns and letters are right. */
export function SampleTable({ sample, total }: { sample: ImportPreview['sample']; total: number }) {
  const t = useAdminWords();
  return (
    <section>
      <h2 className={css.heading}>{t('import.sample', { shown: sample.length, total: total.toLocaleString() })}</h2>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('import.line')}</th>
              <th scope="col">{t('import.change')}</th>
              <th scope="col">{t('import.column_question')}</th>
              <th scope="col">{t('import.column_answer')}</th>
              <th scope="col">{t('import.column_category')}</th>
            </tr>
          </thead>
          <tbody>
            {sample.map((row) => (
              <tr key={`${row.file}:${row.line}`}>
                <td className={css.line}>{row.file ?? row.line}</td>
                <td>
                  <span className={css.change} data-change={row.change}>
                    {t(changes[row.change])}
                  </span>
                </td>
                <td className={css.question}>{row.question}</td>
                <td className={css.answer}>
                  <span>{row.answer}</span>
                </td>
                <td className={css.category}>{row.category}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
