import type { ReactNode } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './choose-file.module.css';

const columns = [
  { name: 'import.column_question', help: 'import.help_question', json: 'question' },
  { name: 'import.column_answer', help: 'import.help_answer', json: 'answer' },
  { name: 'import.column_category', help: 'import.help_category', json: 'category' },
  { name: 'import.column_examples', help: 'import.help_examples', json: 'examples' },
] as const;

/** What a file must look like, before anybody has to guess. */
export function FileFormat({ children }: { children: ReactNode }) {
  const t = useAdminWords();
  return (
    <section className={css.format}>
      <h2 className={css.heading}>{t('import.format')}</h2>
      <table className={css.columns}>
        <thead>
          <tr>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">JSONL</th>
            <th scope="col">{t('import.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, help, json }) => (
            <tr key={name}>
              <th scope="row">{t(name)}</th>
              <td>
                <code>{json}</code>
              </td>
              <td className="prose">{t(help)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={`${css.text} prose`}>{t('import.format_text')}</p>
      {children}
    </section>
  );
}
