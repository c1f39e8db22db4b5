import { expect, test } from 'vitest';
import { embeddingFaults, embeddingSettingsOf, embeddingTrialOf, embeddingValuesOf, shareOf, waitChoices } from './embedding-values.ts';

const stored = {
  source: 'endpoint' as const,
  url: 'https://models.example/v1',
  model: 'multilingual-1',
  hasKey: true,
  enabled: true,
  timeLimitMs: 1500,
  price: null,
};
const values = embeddingValuesOf(stored);

test('what is not touched stays: the key, and a price that is not known', () => {
  expect(embeddingSettingsOf(values)).toEqual({
    source: 'endpoint',
    url: stored.url,
    model: stored.model,
    enabled: true,
    timeLimitMs: 1500,
    price: null,
  });
  expect(embeddingTrialOf({ ...values, key: ' sk-1 ' })).toEqual({
    source: 'endpoint',
    url: stored.url,
    model: stored.model,
    key: 'sk-1',
  });
  expect(embeddingSettingsOf({ ...values, dropKey: true, price: 0 })).toMatchObject({ key: '', price: 0 });
});

test('address and model are needed only to switch it on', () => {
  expect(Object.keys(embeddingFaults({ ...values, url: '', model: '' }))).toEqual(['url', 'model']);
  expect(embeddingFaults({ ...values, url: '', model: '', enabled: false })).toEqual({});
});

test('the wait that is set can be chosen, whatever it is', () => {
  expect(waitChoices(1500)).toEqual([500, 1000, 1500, 2000, 3000]);
  expect(waitChoices(700)).toContain(700);
});

test('a hundred per cent is only said when all are embedded', () => {
  expect([shareOf(0, 0), shareOf(999, 1000), shareOf(1000, 1000), shareOf(5, 4)]).toEqual([100, 99, 100, 100]);
});

test("the server's own model needs no address, and none is sent along", () => {
  const local = { ...values, source: 'local' as const, url: 'half an addr', key: 'sk-1' };
  expect(embeddingFaults({ ...local, model: '' })).toEqual({});
  expect(embeddingSettingsOf(local)).toEqual({ source: 'local', url: '', model: '', enabled: true, timeLimitMs: 1500, price: null });
});
