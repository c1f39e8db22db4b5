import type { FolderModel, LocalFault } from './local.types.ts';

/** What a thread needs to know of its model. */
export type ThreadModel = Pick<FolderModel, 'model' | 'tokenizer' | 'tokenizerConfig' | 'pooling' | 'maxTokens'>;

export type StepRequest = { id: number; texts: string[] };
export type StepReply = { id: number } & (StepResult | LocalFault);
export type StepResult = { vectors: Float32Array[]; tokens: number };
