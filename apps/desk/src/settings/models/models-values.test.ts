import { expect, test } from 'vitest';
import { limitChoices, modelFaults, money, settingsOf, trialOf, valuesOf } from './models-values.ts';

const stored = {
  url: 'https://models.example/v1',
  model: 'small-1',
  hasKey: true,
  enabled: true,
  timeLimitMs: 8000,
  priceIn: null,
  priceOut: 0.5,
  currency: 'JPY',
};
const values = valuesOf(stored);

test('a key that is not typed stays, a typed one replaces it, and it goes when asked', () => {
  expect(settingsOf(values)).not.toHaveProperty('key');
  expect(settingsOf({ ...values, key: ' sk-1 ' })).toMatchObject({ key: 'sk-1' });
  expect(settingsOf({ ...values, dropKey: true })).toMatchObject({ key: '' });
  expect(trialOf({ ...values, dropKey: true, key: 'sk-2' })).toMatchObject({ key: 'sk-2', url: stored.url });
});

test('an empty price is no price, and not one of zero', () => {
  expect(settingsOf(values)).toMatchObject({ priceIn: null, priceOut: 0.5 });
  expect(settingsOf({ ...values, priceIn: 0, priceOut: '' })).toMatchObject({ priceIn: 0, priceOut: null });
});

test('address and model are needed only to switch it on', () => {
  const empty = { ...values, url: '', model: '' };
  expect(Object.keys(modelFaults(empty))).toEqual(['url', 'model']);
  expect(modelFaults({ ...empty, enabled: false })).toEqual({});
  expect(modelFaults({ ...values, enabled: false, url: 'models.example' })).toEqual({ url: { word: 'models.fault.url' } });
});

test('whatever time limit is set can be chosen', () => {
  expect(limitChoices(8000)).toEqual([3000, 5000, 8000, 15_000, 30_000]);
  expect(limitChoices(12_000)).toContain(12_000);
});

test('a cost of less than one is not rounded away', () => {
  expect(money(0.024, 'USD', 'en')).toBe('$0.024');
  expect(money(12.5, 'USD', 'en')).toBe('$12.50');
});
