import type { LocalModelState } from '@madoguchi/contract/embeddings.ts';
import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCpu } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { fileSize } from '../../ui/file-size.ts';
import { Loaded } from '../loaded.tsx';
import { localModelQuery } from '../settings.queries.ts';
import type { EmbeddingFormState } from './embedding-part.tsx';
import { EmbeddingTrial } from './embedding-trial.tsx';
import { EmbeddingWait } from './embedding-wait.tsx';
import { failureWords } from './failure-words.ts';
import css from './models-section.module.css';

/** The model this server has of its own: which one, or what is wrong with it; how long a question waits, and whether it answers. */
export function LocalModel({ form }: { form: EmbeddingFormState }) {
  const query = useQuery(localModelQuery);
  return (
    <div className={css.fields}>
      <Loaded query={query} height={72}>
        {(state) => (state.model ? <Model model={state.model} /> : <Missing state={state} isOn={form.values.enabled} />)}
      </Loaded>
      <EmbeddingWait form={form} />
      <EmbeddingTrial values={form.values} />
    </div>
  );
}

function Model({ model: { name, bytes, maxTokens, prefixes } }: { model: NonNullable<LocalModelState['model']> }) {
  const t = useAdminWords();
  const [called, fingerprint] = name.split(/(?=@[^@]*$)/);
  return (
    <div className={css.state}>
      <p className={css.stateLine}>
        <IconCpu size={18} stroke={1.6} className={css.quiet} aria-hidden />
        <span className={css.said}>
          <strong>{called}</strong> <span className={css.figures}>{fingerprint}</span>
        </span>
      </p>
      <p className={css.figures}>{[fileSize(bytes), t('embed.local_tokens', { count: maxTokens })].join(' · ')}</p>
      <p className={css.figures}>
        {prefixes.kind === 'none'
          ? t('embed.local_prefixes_none')
          : t('embed.local_prefixes', { query: prefixes.query.trim(), passage: prefixes.passage.trim() })}
      </p>
    </div>
  );
}

function Missing({ state: { failure, detail }, isOn }: { state: LocalModelState; isOn: boolean }) {
  const t = useAdminWords();
  return (
    <Alert color="warning" icon={<IconAlertTriangle />} title={t('embed.local_unusable')}>
      {failure && <p className={css.said}>{t(failureWords[failure])}</p>}
      {detail && <p className={css.figures}>{detail}</p>}
      {isOn && <p className={css.figures}>{t('embed.local_meanwhile')}</p>}
    </Alert>
  );
}
