import type { LocalModelState } from '@madoguchi/contract/embeddings.ts';
import type { FolderModel, LocalFault } from './local.types.ts';

/** The server's own model as administrators see it. */
export const toLocalModel = (found: FolderModel | LocalFault): LocalModelState =>
  'failure' in found
    ? { model: null, failure: found.failure, detail: found.detail }
    : {
        model: { name: found.identity, bytes: found.bytes, maxTokens: found.maxTokens, prefixes: found.prefixes },
        failure: null,
        detail: null,
      };
