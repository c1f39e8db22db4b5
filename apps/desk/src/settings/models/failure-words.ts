import type { EmbeddingFailure } from '@madoguchi/contract/embeddings.ts';
import type { AdminKey } from '../../admin/admin-words.ts';

/** Why a call brought nothing, in words. */
export const failureWords: Record<EmbeddingFailure, AdminKey> = {
  not_set: 'models.failure.not_set',
  address_refused: 'models.failure.address_refused',
  unreachable: 'models.failure.unreachable',
  timeout: 'models.failure.timeout',
  key_refused: 'models.failure.key_refused',
  not_found: 'models.failure.not_found',
  too_many: 'models.failure.too_many',
  server_error: 'models.failure.server_error',
  refused: 'models.failure.refused',
  no_reply: 'models.failure.no_reply',
  bad_vectors: 'embed.failure.bad_vectors',
  width_changed: 'embed.failure.width_changed',
  no_folder: 'embed.failure.no_folder',
  model_missing: 'embed.failure.model_missing',
  tokenizer_missing: 'embed.failure.tokenizer_missing',
  model_broken: 'embed.failure.model_broken',
  runtime_missing: 'embed.failure.runtime_missing',
  crashed: 'embed.failure.crashed',
};
