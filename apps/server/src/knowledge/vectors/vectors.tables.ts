import type { EmbeddingFailure } from '@madoguchi/contract/embeddings.ts';
import type { Generated } from 'kysely';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    vector_sets: VectorSetsTable;
    article_vectors: ArticleVectorsTable;
    embedding_state: EmbeddingStateTable;
  }
}

/** The vectors of one model. */
export interface VectorSetsTable {
  workspace_id: string;
  id: string;
  url: string;
  model: string;
  /** Null until the first vector came. */
  width: number | null;
  in_use: Generated<boolean>;
  created_at: Date;
}

export interface ArticleVectorsTable {
  workspace_id: string;
  set_id: string;
  article_id: string;
  part: number;
  text_hash: string;
  /** 32-bit floats, little-endian. */
  vector: Buffer;
}

export interface EmbeddingStateTable {
  workspace_id: string;
  claimed_by: string | null;
  claimed_until: Date | null;
  failure: EmbeddingFailure | null;
  detail: string | null;
  failed_at: Date | null;
}
