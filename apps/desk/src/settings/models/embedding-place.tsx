import { NumberInput, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import type { EmbeddingFormState } from './embedding-part.tsx';
import { EmbeddingTrial } from './embedding-trial.tsx';
import { EmbeddingWait } from './embedding-wait.tsx';
import { KeyField } from './key-field.tsx';
import css from './models-section.module.css';

/** Where the embedding model is, how long a question waits for it, and whether it answers. */
export function EmbeddingPlace({ form, hasKey }: { form: EmbeddingFormState; hasKey: boolean }) {
  const t = useAdminWords();
  const { price } = form.values;
  return (
    <div className={css.fields}>
      <TextInput
        label={t('models.url')}
        description={t('embed.url_help')}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        {...form.text('url')}
      />
      <TextInput
        label={t('models.model')}
        description={t('embed.model_help')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        {...form.text('model')}
      />
      <KeyField values={form.values} hasKey={hasKey} onChange={form.set} />
      <EmbeddingWait form={form} />
      <NumberInput
        label={t('embed.price')}
        description={t('embed.price_help')}
        value={price}
        onChange={(value) => form.set({ price: value })}
        min={0}
        max={1_000_000}
        decimalScale={4}
        hideControls
        inputMode="decimal"
      />
      <EmbeddingTrial values={form.values} />
    </div>
  );
}
