import { testEmbeddings } from '@madoguchi/contract/embeddings.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { type EmbeddingValues, embeddingTrialOf } from './embedding-values.ts';
import { EndpointTrial, type TrialWords } from './endpoint-trial.tsx';

const RUN: TrialWords = { button: 'embed.run', ok: 'embed.run_ok', failed: 'embed.run_failed' };

/** Asks the embedding model for one vector. */
export function EmbeddingTrial({ values }: { values: EmbeddingValues }) {
  const t = useAdminWords();
  const isLocal = values.source === 'local';
  return (
    <EndpointTrial
      text={t(isLocal ? 'embed.try_local' : 'embed.try_text')}
      {...(isLocal && { words: RUN })}
      ask={() => call(testEmbeddings, { body: embeddingTrialOf(values) })}
      tell={({ width }) => ({ figures: [width !== null && t('embed.width', { width })] })}
    />
  );
}
