import { Button } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { type Refused, reasonWord, refusalsCsv } from './read-refusals.ts';
import css from './refused-lines.module.css';
import { download } from './template-csv.ts';

/** So many are shown at first; all of them are in the report. */
const SHOWN = 5;

type Props = {
  refused: readonly Refused[];
  fileName: string;
  /** The others are in already. */
  isDone?: boolean;
};

/** Which lines cannot be taken, and why: line by line, so that the file can be mended. */
export function RefusedLines({ refused, fileName, isDone = false }: Props) {
  const t = useAdminWords();
  const [all, setAll] = useState(false);
  const wordOf = (reason: string) => t(reasonWord(reason));
  const report = () =>
    download(
      t('import.report_file', { name: fileName.replace(/\.\w+$/, '') }),
      refusalsCsv(refused, [t('import.line'), t('import.reason'), t('import.line_text')], wordOf),
    );
  return (
    <section className={css.box}>
      <div className={css.head}>
        <h2 className={css.heading}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          {t(isDone ? 'import.left_out' : 'import.refused_lines', { count: refused.length, number: refused.length.toLocaleString() })}
        </h2>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} />} onClick={report}>
          {t('import.report')}
        </Button>
      </div>
      <ul className={css.lines}>
        {refused.slice(0, all ? undefined : SHOWN).map(({ file, line, reason, text }) => (
          <li key={`${file}:${line}`} className={css.line} data-file={file ? true : undefined}>
            <span className={css.number}>
              {file} {line > 0 && t('import.line_number', { line })}
            </span>
            <span className={css.reason}>{wordOf(reason)}</span>
            <code className={css.text}>{text || ' '}</code>
          </li>
        ))}
      </ul>
      {!all && refused.length > SHOWN && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('import.show_all', { count: refused.length - SHOWN })}
        </Button>
      )}
    </section>
  );
}
