import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { download } from '../import/template-csv.ts';
import { Definition } from './definition.tsx';
import css from './report.module.css';
import { tableCsv } from './report-csv.ts';

/** `csv`: the same as a cell of the file; a column without it (and without a name) is not in the file. */
export type Column<Row> = {
  name: string;
  help?: string;
  isNumber?: boolean;
  show: (row: Row) => ReactNode;
  csv?: (row: Row) => string | number;
};
type Props<Row> = {
  title: string;
  help: string;
  /** What is said when there are no rows. */
  none: string;
  fileName: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly Column<Row>[];
};

const SHOWN = 10;

/** A table of the report with its definitions and its file; on a phone every row is a small card. */
export function ReportTable<Row>({ title, help, none, fileName, rows, rowKey, columns }: Props<Row>) {
  const t = useAdminWords();
  const id = useId();
  const [all, setAll] = useState(false);
  const kept = columns.filter(({ csv }) => csv);
  const save = () =>
    download(
      fileName,
      tableCsv(
        kept.map(({ name }) => name),
        rows.map((row) => kept.map(({ csv }) => csv?.(row) ?? '')),
      ),
    );
  return (
    <section aria-labelledby={id} className={css.section}>
      <header className={css.head}>
        <h2 id={id} className={css.title}>
          {title}
        </h2>
        <Definition name={title} text={help} />
        <span className={css.total}>{rows.length.toLocaleString()}</span>
        {rows.length > 0 && (
          <Button
            variant="subtle"
            color="gray"
            className={css.file}
            leftSection={<IconDownload size={16} stroke={1.6} />}
            aria-label={t('report.csv_of', { title })}
            onClick={save}
          >
            {t('report.csv')}
          </Button>
        )}
      </header>
      {rows.length === 0 ? (
        <p className={`${css.none} prose`}>{none}</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              {columns.map(({ name, help: meaning, isNumber }) => (
                <th key={name} scope="col" className={isNumber ? css.number : undefined}>
                  {name}
                  {meaning && <Definition name={name} text={meaning} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, all ? undefined : SHOWN).map((row) => (
              <tr key={rowKey(row)}>
                {columns.map(({ name, isNumber, show }) => (
                  <td key={name} data-name={name} className={isNumber ? css.number : undefined}>
                    {show(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!all && rows.length > SHOWN && (
        <Button variant="subtle" color="gray" onClick={() => setAll(true)}>
          {t('report.show_all', { count: rows.length })}
        </Button>
      )}
    </section>
  );
}
