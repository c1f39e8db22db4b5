import en from '@madoguchi/words/desk/en.json';
import ja from '@madoguchi/words/desk/ja.json';
import { makeWords } from '@madoguchi/words/words.ts';
import { expect, test } from 'vitest';
import { suzuki } from '../../../../../fixtures/agents.ts';
import { at, byAgent, fact } from '../../../test/build.ts';
import { definition } from '../../../test/definition.ts';
import { readableFieldFact } from './field-fact.ts';

const set = (value: string | null) => fact('conversation.field_set', at('09:00'), byAgent(suzuki), { key: '至急', label: '至急', value });
const rush = definition({ key: '至急', label: '至急', labelEn: 'Rush', kind: 'yes_no' });

test('a value is told as the pane shows it, under the label in the reader’s language', () => {
  expect(readableFieldFact(makeWords(ja, en, 'ja'), set('yes'), [rush], 'ja').data).toMatchObject({ label: '至急', value: 'はい' });
  expect(readableFieldFact(makeWords(en, en, 'en'), set('yes'), [rush], 'en').data).toMatchObject({ label: 'Rush', value: 'Yes' });
});

test('what was emptied stays emptied, and what is defined no more is told as it was', () => {
  expect(readableFieldFact(makeWords(ja, en, 'ja'), set(null), [rush], 'ja').data.value).toBeNull();
  expect(readableFieldFact(makeWords(ja, en, 'ja'), set('yes'), [], 'ja').data.value).toBe('yes');
});
