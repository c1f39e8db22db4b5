import type { EmbeddingSettings } from '@madoguchi/contract/embeddings.ts';
import { Radio } from '@mantine/core';
import { useId } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import type { EmbeddingFormState } from './embedding-part.tsx';
import css from './models-section.module.css';

/** Where the model runs: on this server, or behind an address. */
export function EmbeddingSourceField({ form, stored }: { form: EmbeddingFormState; stored: EmbeddingSettings }) {
  const t = useAdminWords();
  const id = useId();
  const { source } = form.values;
  const forgets = stored.source === 'endpoint' && stored.url !== '' && source === 'local';
  return (
    <div>
      <h3 className={css.small} id={id}>
        {t('embed.source')}
      </h3>
      <Radio.Group
        aria-labelledby={id}
        value={source}
        error={form.error('source')}
        onChange={(value) => form.set({ source: value === 'local' ? 'local' : 'endpoint' })}
      >
        <div className={css.sources}>
          {(['local', 'endpoint'] as const).map((one) => (
            <Radio.Card key={one} value={one} className={css.source}>
              <Radio.Indicator />
              <span>
                <strong>{t(`embed.source_${one}`)}</strong>
                <span className={css.sourceText}>{t(`embed.source_${one}_text`)}</span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {forgets && <p className={`${css.note} prose`}>{t('embed.source_forgets')}</p>}
    </div>
  );
}
