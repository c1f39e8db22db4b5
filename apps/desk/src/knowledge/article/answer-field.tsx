import { Alert, Input, SegmentedControl, Skeleton } from '@mantine/core';
import { lazy, Suspense, useCallback, useId, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { readStored, writeStored } from '../../app/storage.ts';
import css from './answer-field.module.css';
import { SourceField } from './source-field.tsx';

const VisualEditor = lazy(() => import('./visual/visual-editor.tsx').then((loaded) => ({ default: loaded.VisualEditor })));

/** Which way of writing an agent prefers, on this machine. */
const KEY = 'madoguchi.article.mode';
type Mode = 'visual' | 'source';

type Props = { value: string; lang: string; error: string | undefined; disabled: boolean; onChange: (value: string) => void };

/** The answer, written as it will look or as Markdown. What the visual editor would lose is opened as Markdown, and says so. */
export function AnswerField({ value, lang, error, disabled, onChange }: Props) {
  const t = useAdminWords();
  const id = useId();
  const [wanted, setWanted] = useState<Mode>(() => (readStored(KEY) === 'source' ? 'source' : 'visual'));
  const [unfit, setUnfit] = useState(false);
  const markUnfit = useCallback(() => setUnfit(true), []);
  const mode = unfit ? 'source' : wanted;
  const choose = (next: string) => {
    const chosen = next === 'source' ? 'source' : 'visual';
    writeStored(KEY, chosen);
    setUnfit(false);
    setWanted(chosen);
  };
  const field = { id, value, label: t('field.answer'), invalid: error !== undefined, onChange };
  return (
    <Input.Wrapper error={error}>
      <div className={css.head}>
        <label className={css.label} htmlFor={id}>
          {t('field.answer')}
        </label>
        <SegmentedControl
          size="xs"
          className={css.switch}
          aria-label={t('tool.mode')}
          value={mode}
          onChange={choose}
          data={[
            { value: 'visual', label: t('tool.visual') },
            { value: 'source', label: t('tool.source') },
          ]}
        />
      </div>
      {unfit && (
        <Alert color="accent" className={css.note} role="status">
          {t('tool.source_note')}
        </Alert>
      )}
      <div className={css.box} data-error={error ? true : undefined}>
        {mode === 'source' ? (
          <SourceField {...field} />
        ) : (
          <Suspense fallback={<Skeleton height={336} />}>
            <VisualEditor {...field} lang={lang} disabled={disabled} onUnfit={markUnfit} />
          </Suspense>
        )}
      </div>
    </Input.Wrapper>
  );
}
