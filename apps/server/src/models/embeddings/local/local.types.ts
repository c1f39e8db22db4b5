import type { EmbeddingFailure } from '@madoguchi/contract/embeddings.ts';
import type { EmbeddingReply } from '../embeddings.types.ts';

/** What a model was trained to read before a question and before a passage. */
export type Prefixes = { kind: 'none' | 'e5' | 'custom'; query: string; passage: string };
export type Pooling = 'mean' | 'cls';
export type TextKind = 'query' | 'passage';

/** A file as it was when the folder was read. */
export type ModelFile = { path: string; hash: string };

/** A model in a folder, read but not loaded. */
export type FolderModel = {
  /** Name and fingerprint of all that its vectors depend on: vectors of one identity compare. */
  identity: string;
  name: string;
  /** Size of the model file. */
  bytes: number;
  model: ModelFile;
  tokenizer: ModelFile;
  tokenizerConfig: ModelFile;
  pooling: Pooling;
  prefixes: Prefixes;
  /** Tokens the model looks at; the rest of a text is cut off. */
  maxTokens: number;
};

export type LocalFault = { failure: EmbeddingFailure; detail: string | null };

/** Limits of one call. `urgent`: goes before whatever waits; a text of an article can wait. */
export type LocalLimits = { timeLimitMs: number; urgent: boolean; signal?: AbortSignal | undefined };

/** A model that runs in this process's own thread. Never throws. */
export type LocalModel = {
  /** What is in the folder now; costs a look at the dates of its files. */
  look: () => Promise<FolderModel | LocalFault>;
  /**
   * Vectors by the model of this identity ('': whichever is in the folder). One that was replaced still answers while it is loaded. `again`: even if it
   * failed a moment ago.
   */
  embed: (
    identity: string,
    kind: TextKind,
    texts: readonly string[],
    limits: LocalLimits & { again?: boolean },
  ) => Promise<EmbeddingReply & { identity: string }>;
  /** Tells when the folder holds another model than before, or works again. Returns how to stop listening. */
  watch: (changed: () => void) => () => void;
  close: () => Promise<void>;
};
