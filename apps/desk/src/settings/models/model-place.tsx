import { Select, TextInput } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { KeyField } from './key-field.tsx';
import { ModelTrial } from './model-trial.tsx';
import css from './models-section.module.css';
import type { ModelFormState } from './models-section.tsx';
import { limitChoices } from './models-values.ts';

/** Where the model is, and whether it answers. */
export function ModelPlace({ form, hasKey }: { form: ModelFormState; hasKey: boolean }) {
  const t = useAdminWords();
  const { timeLimitMs } = form.values;
  return (
    <Section title={t('models.place')} text={t('models.place_text')}>
      <div className={css.fields}>
        <TextInput
          label={t('models.url')}
          description={t('models.url_help')}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          {...form.text('url')}
        />
        <TextInput label={t('models.model')} autoComplete="off" spellCheck={false} maxLength={200} {...form.text('model')} />
        <KeyField values={form.values} hasKey={hasKey} onChange={form.set} />
        <Select
          label={t('models.limit')}
          description={t('models.limit_help')}
          allowDeselect={false}
          value={String(timeLimitMs)}
          onChange={(value) => value && form.set({ timeLimitMs: Number(value) })}
          data={limitChoices(timeLimitMs).map((ms) => ({ value: String(ms), label: t('models.seconds', { count: ms / 1000 }) }))}
        />
        <ModelTrial values={form.values} />
      </div>
    </Section>
  );
}
