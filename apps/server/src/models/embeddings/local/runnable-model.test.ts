import { expect, test, vi } from 'vitest';
import { tinyModel } from '../../../../test/tiny-model.ts';
import type { FolderModel } from './local.types.ts';
import { readModelFolder } from './model-folder.ts';
import { loadModel } from './runnable-model.ts';

vi.mock('onnxruntime-web', () => {
  throw new Error("Cannot find package 'onnxruntime-web'");
});

test('without the runtime that runs models, that is what is said', async () => {
  const found = (await readModelFolder(tinyModel(), null)) as FolderModel;
  await expect(loadModel(found)).rejects.toMatchObject({ failure: 'runtime_missing' });
});
