import type { EmbeddingSettings, EmbeddingSource } from '@madoguchi/contract/embeddings.ts';
import { type Faults, noFaults } from '../../admin/faults.ts';
import { keyOf, modelFaults, priceOf } from './models-values.ts';

/** The form. `key`: what is typed into an empty field, '' leaves the kept one; the price as its field holds it. */
export type EmbeddingValues = {
  enabled: boolean;
  source: EmbeddingSource;
  url: string;
  model: string;
  key: string;
  dropKey: boolean;
  timeLimitMs: number;
  price: number | string;
};

export const embeddingValuesOf = ({ source, url, model, enabled, timeLimitMs, price }: EmbeddingSettings): EmbeddingValues => ({
  enabled,
  source,
  url,
  model,
  key: '',
  dropKey: false,
  timeLimitMs,
  price: price ?? '',
});

/** Address and model may be missing while it is off; the server's own model needs none. */
export const embeddingFaults = (values: EmbeddingValues): Faults => (values.source === 'local' ? noFaults : modelFaults(values));

/** What a trial needs of the form. */
export const embeddingTrialOf = (values: EmbeddingValues) =>
  values.source === 'local'
    ? { source: values.source, url: '', model: '' }
    : { source: values.source, url: values.url.trim(), model: values.model.trim(), ...keyOf(values) };

export const embeddingSettingsOf = (values: EmbeddingValues) => ({
  ...embeddingTrialOf(values),
  enabled: values.enabled,
  timeLimitMs: values.timeLimitMs,
  price: priceOf(values.price),
});

/** The waits on offer, and whatever is set otherwise, in ms. */
export const waitChoices = (current: number): number[] =>
  [...new Set([500, 1000, 1500, 2000, 3000, current])].sort((one, other) => one - other);

/** Whole per cent of the articles that are embedded; all of none is all. */
export const shareOf = (embedded: number, articles: number): number =>
  articles === 0 ? 100 : Math.min(100, Math.floor((100 * embedded) / articles));
