// Pure: what the small files beside a model say of it (as sentence-transformers writes them).
import { cutText } from '../../../platform/text/fold.ts';
import type { Pooling, Prefixes } from './local.types.ts';

const NAME = 80;
const MOST_TOKENS = 1024;
const USUAL_TOKENS = 512;
/** What RoBERTa's positions hold besides tokens. */
const OFFSET = 2;

export const NO_PREFIXES: Prefixes = { kind: 'none', query: '', passage: '' };
export const E5_PREFIXES: Prefixes = { kind: 'e5', query: 'query: ', passage: 'passage: ' };

/** The model's own name (config.json) without its owner, or else the folder's. */
export function nameOf(config: unknown, folder: string): string {
  const given = textIn(config, '_name_or_path') ?? folder;
  return cutText(given.split(/[\\/]/).filter(Boolean).at(-1) ?? folder, NAME);
}

/** 1_Pooling/config.json → how tokens become one vector; without one the mean. Null: a way that is not known here. */
export function poolingOf(config: unknown): Pooling | null {
  if (config === null) return 'mean';
  const named = textIn(config, 'pooling_mode');
  if (named) return named === 'mean' || named === 'cls' ? named : null;
  if (fieldOf(config, 'pooling_mode_mean_tokens') === true) return 'mean';
  return fieldOf(config, 'pooling_mode_cls_token') === true ? 'cls' : null;
}

/** The prompts the model brings (config_sentence_transformers.json), or else those of E5 when it is called that. */
export function prefixesOf(name: string, config: unknown): Prefixes {
  const prompts = fieldOf(config, 'prompts');
  const query = textIn(prompts, 'query') ?? '';
  const passage = textIn(prompts, 'passage') ?? textIn(prompts, 'document') ?? '';
  if (query !== '' || passage !== '') return asE5({ kind: 'custom', query, passage });
  return /(?<![a-z0-9])e5(?![a-z0-9])/i.test(name) ? E5_PREFIXES : NO_PREFIXES;
}

const asE5 = (given: Prefixes): Prefixes =>
  given.query === E5_PREFIXES.query && given.passage === E5_PREFIXES.passage ? E5_PREFIXES : given;

/** The fewest tokens that any of the files says, at most 1,024. */
export function maxTokensOf(files: { sentence: unknown; tokenizer: unknown; config: unknown }): number {
  const positions = numberIn(files.config, 'max_position_embeddings');
  const given = [
    numberIn(files.sentence, 'max_seq_length'),
    numberIn(files.tokenizer, 'model_max_length'),
    positions && positions - OFFSET,
  ];
  // A tokenizer without a limit says 1e30.
  const real = given.filter((tokens) => tokens !== null && tokens >= 8 && tokens < 1e6) as number[];
  return Math.min(MOST_TOKENS, ...(real.length > 0 ? real : [USUAL_TOKENS]));
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const textIn = (value: unknown, name: string): string | null => {
  const field = fieldOf(value, name);
  return typeof field === 'string' && field.trim() !== '' ? field : null;
};

const numberIn = (value: unknown, name: string): number | null => {
  const field = fieldOf(value, name);
  return typeof field === 'number' && Number.isFinite(field) ? Math.floor(field) : null;
};
