import { expect, test } from 'vitest';
import { adminWords } from '../../admin/admin-words.ts';
import { newQueue } from './queue-values.ts';
import { ruleWords } from './rule-words.ts';

const names = { inbox: (id: string) => ({ ibx_1: '公式サイト' })[id] ?? id, channel: (name: string) => ({ line: 'LINE' })[name] ?? name };
const nothing = { ...newQueue.conditions, attributes: [] };

test('a rule reads as a sentence, in both languages', () => {
  const rule = {
    ...nothing,
    channels: ['line'],
    inboxIds: ['ibx_1'],
    words: ['返品', '交換'],
    languages: ['en' as const],
    attributes: [
      { name: '会員ランク', value: 'VIP' },
      { name: '契約', value: '' },
    ],
    difficulty: 'hard' as const,
  };
  expect(ruleWords(adminWords.ja, rule, names)).toBe(
    'チャネルが「LINE」、かつ窓口が「公式サイト」、かつ件名に「返品」または「交換」を含む、かつ言語が英語、かつ顧客の会員ランクがVIPまたは契約がある、かつ難易度が「難しい」',
  );
  expect(ruleWords(adminWords.en, { ...nothing, tags: ['gift', 'wrap'] }, names)).toBe('tagged “gift” or “wrap”');
  expect(ruleWords(adminWords.ja, nothing, names)).toBe('すべての問い合わせ');
});
