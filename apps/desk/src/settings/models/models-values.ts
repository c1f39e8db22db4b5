import type { ModelSettings } from '@madoguchi/contract/models.ts';
import { type Faults, faults, textFault } from '../../admin/faults.ts';

/** The form. `key`: what is typed into an empty field, '' leaves the kept one; prices as their field holds them. */
export type ModelValues = {
  enabled: boolean;
  url: string;
  model: string;
  key: string;
  dropKey: boolean;
  timeLimitMs: number;
  priceIn: number | string;
  priceOut: number | string;
  currency: string;
};

export const valuesOf = ({ url, model, enabled, timeLimitMs, priceIn, priceOut, currency }: ModelSettings): ModelValues => ({
  enabled,
  url,
  model,
  key: '',
  dropKey: false,
  timeLimitMs,
  priceIn: priceIn ?? '',
  priceOut: priceOut ?? '',
  currency,
});

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text.trim()) && URL.canParse(text.trim());

/** Address and model may be missing while it is off. */
export const modelFaults = ({ enabled, url, model }: Pick<ModelValues, 'enabled' | 'url' | 'model'>): Faults => {
  const required = enabled ? 'fault.required' : null;
  const wrong = url.trim() !== '' && !isAddress(url) ? ({ word: 'models.fault.url' } as const) : undefined;
  return faults({ url: wrong ?? textFault(url, 300, required), model: textFault(model, 200, required) });
};

/** null for an empty field. */
export const priceOf = (value: number | string): number | null => (value === '' || !Number.isFinite(Number(value)) ? null : Number(value));

/** What is said of the key: nothing keeps the one there is, '' removes it. */
export const keyOf = ({ key, dropKey }: Pick<ModelValues, 'key' | 'dropKey'>): { key?: string } =>
  key.trim() ? { key: key.trim() } : dropKey ? { key: '' } : {};

export const settingsOf = (values: ModelValues) => ({
  url: values.url.trim(),
  model: values.model.trim(),
  enabled: values.enabled,
  timeLimitMs: values.timeLimitMs,
  priceIn: priceOf(values.priceIn),
  priceOut: priceOf(values.priceOut),
  currency: values.currency,
  ...keyOf(values),
});

/** What a trial needs of the form. */
export const trialOf = (values: ModelValues) => ({
  url: values.url.trim(),
  model: values.model.trim(),
  timeLimitMs: values.timeLimitMs,
  ...keyOf(values),
});

/** The seconds on offer, and whatever is set otherwise. */
export const limitChoices = (current: number): number[] =>
  [...new Set([3000, 5000, 8000, 15_000, 30_000, current])].sort((one, other) => one - other);

/** Money as it is read: small sums keep the digits that tell something. */
export const money = (amount: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: amount < 1 ? 4 : 2 }).format(amount);
