import { testEmbeddings } from '@madoguchi/contract/embeddings.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { type EmbeddingValues, embeddingTrialOf } from './embedding-values.ts';
import { EndpointTrial } from './endpoint-trial.tsx';

/** Asks the embedding model for one vector. */
export function EmbeddingTrial({ values }: { values: EmbeddingValues }) {
  const t = useAdminWords();
  return (
    <EndpointTrial
      text={t('embed.try_text')}
      ask={() => call(testEmbeddings, { body: embeddingTrialOf(values) })}
      tell={({ width }) => ({ figures: [width !== null && t('embed.width', { width })] })}
    />
  );
}
