import { expect, test } from 'vitest';
import { tinyModel } from '../../../../test/tiny-model.ts';
import { tinyOnnx } from '../../../../test/tiny-onnx.ts';
import type { FolderModel } from './local.types.ts';
import { readModelFolder } from './model-folder.ts';
import { loadModel } from './runnable-model.ts';

const VOCABULARY = ['[UNK]', '[PAD]', '[CLS]', '[SEP]', 'tea', '##pot', 'lid'];
/** As exports of BERT are: words in pieces, closed by [SEP], the first token standing for all. */
const bert = (inputs: string[]) => ({
  'model.onnx': tinyOnnx(
    VOCABULARY.map((_token, at) => [at, 1]),
    inputs,
  ),
  '1_Pooling/config.json': { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false },
  'tokenizer_config.json': { model_max_length: 8, pad_token: '[PAD]' },
  'tokenizer.json': {
    version: '1.0',
    added_tokens: [],
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(VOCABULARY.map((token, at) => [token, at])),
    },
  },
});
const load = async (inputs: string[]) => loadModel((await readModelFolder(tinyModel({ files: bert(inputs) }), null)) as FolderModel);

test('a model that wants segments gets them, and [CLS] is its vector', async () => {
  const model = await load(['input_ids', 'attention_mask', 'token_type_ids']);
  const { vectors, tokens } = await model.embed(['Teapot', 'lid lid lid lid lid lid lid lid lid lid']);
  // [CLS] tea ##pot [SEP], and as many of the second text as it reads.
  expect(tokens).toBe(4 + 8);
  for (const vector of vectors) expect(vector[0]! / vector[1]!).toBeCloseTo(2, 5);
});

test('a model that wants what nobody has is refused by name', async () => {
  await expect(load(['input_ids', 'pixel_values'])).rejects.toThrow('pixel_values');
});
