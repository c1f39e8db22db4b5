import { type EmbeddingSettings, putEmbeddingSettings } from '@madoguchi/contract/embeddings.ts';
import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { Loaded } from '../loaded.tsx';
import { embeddingSettingsQuery, embeddingStateQuery } from '../settings.queries.ts';
import { EmbeddingPlace } from './embedding-place.tsx';
import { EmbeddingProgress } from './embedding-progress.tsx';
import { EmbeddingSourceField } from './embedding-source.tsx';
import { type EmbeddingValues, embeddingFaults, embeddingSettingsOf, embeddingValuesOf } from './embedding-values.ts';
import { LocalModel } from './local-model.tsx';
import css from './models-section.module.css';

export type EmbeddingFormState = ReturnType<typeof useForm<EmbeddingValues>>;

/** An optional embedding model: what it finds that words do not, what leaves the house, where it is, and how far it is. */
export function EmbeddingPart() {
  const t = useAdminWords();
  const query = useQuery(embeddingSettingsQuery);
  return (
    <Section title={t('embed.title')} text={t('embed.text')}>
      <Loaded query={query} height={480}>
        {(settings) => <EmbeddingForm settings={settings} />}
      </Loaded>
    </Section>
  );
}

function EmbeddingForm({ settings }: { settings: EmbeddingSettings }) {
  const t = useAdminWords();
  const form = useForm<EmbeddingValues>({
    // A typed key must not outlive the page.
    id: null,
    stored: embeddingValuesOf(settings),
    check: embeddingFaults,
    refusals: {
      'model.address_refused': { path: 'url', word: 'models.fault.address_refused' },
      'model.incomplete': { path: 'url', word: 'models.fault.incomplete' },
      'model.no_folder': { path: 'source', word: 'embed.fault.no_folder' },
    },
    save: async (values) => {
      queryClient.setQueryData(embeddingSettingsQuery.queryKey, await call(putEmbeddingSettings, { body: embeddingSettingsOf(values) }));
      await queryClient.invalidateQueries({ queryKey: embeddingStateQuery.queryKey });
    },
  });
  const isLocal = form.values.source === 'local';
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.part}>
      <Switch
        checked={form.values.enabled}
        onChange={(event) => form.set({ enabled: event.currentTarget.checked })}
        label={t('embed.use')}
        description={t('embed.use_text')}
      />
      {settings.enabled && <EmbeddingProgress isLocal={settings.source === 'local'} />}
      <EmbeddingSourceField form={form} stored={settings} />
      <p className={`${css.note} prose`}>{t(isLocal ? 'embed.stays' : 'embed.leaves')}</p>
      {isLocal ? <LocalModel form={form} /> : <EmbeddingPlace form={form} hasKey={settings.hasKey} />}
      <SaveBar form={form} />
    </form>
  );
}
