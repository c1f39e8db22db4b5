import type { ImportPreview } from '@madoguchi/contract/knowledge.ts';
import { Alert, Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import css from './preview-step.module.css';
import { RefusedLines } from './refused-lines.tsx';
import { SampleTable } from './sample-table.tsx';

type Props = { preview: ImportPreview; applying: boolean; error: unknown; onApply: (publish: boolean) => void; onBack: () => void };

export function PreviewStep({ preview, applying, error, onApply, onBack }: Props) {
  const t = useAdminWords();
  const words = useProblemWords();
  const [publish, setPublish] = useState(true);
  const { added, changed, unchanged, refused } = preview;
  const writes = added + changed;
  const numbers = [
    { word: 'import.added', count: added, kind: 'added' },
    { word: 'import.changed', count: changed, kind: 'changed' },
    { word: 'import.unchanged', count: unchanged, kind: 'unchanged' },
    { word: 'import.refused', count: refused.length, kind: 'refused' },
  ] as const;
  return (
    <div className={css.page}>
      <p className={css.file}>
        <strong>{preview.fileName}</strong> <span className={css.encoding}>{preview.encoding}</span>
      </p>
      <dl className={css.numbers}>
        {numbers.map(({ word, count, kind }) => (
          <div key={word} className={css.number} data-kind={kind} data-none={count === 0 || undefined}>
            <dt>{t(word)}</dt>
            <dd>{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      <p className={`${css.promise} prose`}>{t(writes > 0 ? 'import.nothing_yet' : 'import.nothing_to_do')}</p>
      {refused.length > 0 && <RefusedLines refused={refused} fileName={preview.fileName} />}
      {preview.sample.length > 0 && <SampleTable sample={preview.sample} total={writes + unchanged} />}
      {error !== null && (
        <Alert color="danger" role="alert" title={t('import.not_applied')}>
          {words(error)}
        </Alert>
      )}
      <div className={css.foot}>
        {writes > 0 && (
          <Switch
            className={css.publish}
            checked={publish}
            onChange={(event) => setPublish(event.currentTarget.checked)}
            label={t('import.publish')}
            description={t(publish ? 'import.publish_on' : 'import.publish_off')}
          />
        )}
        <Button variant="default" onClick={onBack} disabled={applying}>
          {t('import.other_file')}
        </Button>
        <Button onClick={() => onApply(publish)} loading={applying} disabled={writes === 0}>
          {t('import.apply', { count: writes, number: writes.toLocaleString() })}
        </Button>
      </div>
    </div>
  );
}
