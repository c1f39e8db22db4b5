import { Alert, Button, FileButton, Loader } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { usePhone } from '../../admin/use-phone.ts';
import css from './choose-file.module.css';
import { FileFormat } from './file-format.tsx';
import { download, templateCsv } from './template-csv.ts';

type Props = { /** What is being read now. */ reading: string | null; error: unknown; onFiles: (files: File[]) => void };

export function ChooseFile({ reading, error, onFiles }: Props) {
  const t = useAdminWords();
  const words = useProblemWords();
  const phone = usePhone();
  const invitation = t(phone ? 'import.drop_phone' : 'import.drop');
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0 && !reading) onFiles(files);
  };
  const template = () =>
    download(
      t('import.template_file'),
      templateCsv(
        [t('import.column_question'), t('import.column_answer'), t('import.column_category'), t('import.column_examples')],
        [t('import.example_question'), t('import.example_answer'), t('import.example_category'), t('import.example_examples')],
      ),
    );
  return (
    <div className={css.page}>
      <section
        className={css.drop}
        data-over={over || undefined}
        aria-label={invitation}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={take}
      >
        {reading ? <Loader size={32} /> : <IconFileSpreadsheet size={36} stroke={1.2} aria-hidden className={css.glyph} />}
        <p className={css.title} aria-live="polite">
          {reading ? t('import.reading', { name: reading }) : over ? t('import.let_go') : invitation}
        </p>
        <p className={`${css.text} prose`}>{t('import.drop_text')}</p>
        <FileButton
          multiple
          onChange={(files) => files.length > 0 && onFiles(files)}
          accept=".csv,.tsv,.jsonl,.md,.markdown,.html,.htm,.json"
          disabled={reading !== null}
        >
          {(props) => (
            <Button {...props} disabled={reading !== null}>
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
      </section>
      {error !== null && (
        <Alert color="danger" role="alert" mt={16} title={t('import.not_read')}>
          {words(error)}
        </Alert>
      )}
      <FileFormat>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} />} onClick={template}>
          {t('import.template')}
        </Button>
      </FileFormat>
    </div>
  );
}
