import { type ModelSettings, putModelSettings } from '@madoguchi/contract/models.ts';
import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { Loaded } from '../loaded.tsx';
import { modelSettingsQuery } from '../settings.queries.ts';
import { EmbeddingPart } from './embedding-part.tsx';
import { ModelPlace } from './model-place.tsx';
import { ModelPrices } from './model-prices.tsx';
import { ModelPrivacy } from './model-privacy.tsx';
import { ModelUsage } from './model-usage.tsx';
import css from './models-section.module.css';
import { type ModelValues, modelFaults, settingsOf, valuesOf } from './models-values.ts';

export type ModelFormState = ReturnType<typeof useForm<ModelValues>>;

/** Optional models: what each is for, what leaves the house, where it is, and what they have been asked. */
export function ModelsSection() {
  const query = useQuery(modelSettingsQuery);
  return (
    <Loaded query={query} height={640}>
      {(settings) => (
        <>
          <ModelsForm settings={settings} />
          <div className={css.second}>
            <EmbeddingPart />
          </div>
          <ModelUsage priced={settings.priceIn !== null && settings.priceOut !== null} />
        </>
      )}
    </Loaded>
  );
}

function ModelsForm({ settings }: { settings: ModelSettings }) {
  const t = useAdminWords();
  const form = useForm<ModelValues>({
    // A typed key must not outlive the page.
    id: null,
    stored: valuesOf(settings),
    check: modelFaults,
    refusals: {
      'model.address_refused': { path: 'url', word: 'models.fault.address_refused' },
      'model.incomplete': { path: 'url', word: 'models.fault.incomplete' },
    },
    save: async (values) => {
      queryClient.setQueryData(modelSettingsQuery.queryKey, await call(putModelSettings, { body: settingsOf(values) }));
    },
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      <Switch
        checked={form.values.enabled}
        onChange={(event) => form.set({ enabled: event.currentTarget.checked })}
        label={t('models.use')}
        description={t('models.use_text')}
      />
      <ModelPrivacy />
      <ModelPlace form={form} hasKey={settings.hasKey} />
      <ModelPrices form={form} />
      <SaveBar form={form} />
    </form>
  );
}
