import type { Attachment } from '@madoguchi/contract/common.ts';
import { refusal, wrongType } from '../state/files.ts';
import type { Upload } from '../state/state.ts';
import { upload } from '../wire/upload.ts';
import type { Context } from './context.ts';

const unsupportedType = 415;

export type Uploading = {
  add(files: Iterable<File>): void;
  retry(item: Upload): void;
  remove(item: Upload): void;
  /** Hands over what was uploaded and empties the tray. */
  take(): Attachment[];
};

/** Files upload as soon as they are chosen; what the server would refuse is not even sent. */
export function makeUploading({ store, api, t }: Context): Uploading {
  const change = (file: File, to: Partial<Upload>) =>
    store.set({ uploads: store.get().uploads.map((one) => (one.file === file ? { ...one, ...to } : one)) });

  async function begin(item: Upload) {
    const { file } = item;
    const { answer, abort } = upload(api, file, (share) => change(file, { share }));
    change(file, { share: 0, failed: false, abort });
    const { status, attachment } = await answer;
    change(file, { attachment, failed: !attachment });
    // Only the server looks into a file: one that is not what it calls itself is refused like any other type.
    const { known } = store.get();
    if (status !== unsupportedType || !known) return;
    remove(item);
    store.set({ refusedFile: wrongType(file.name, known.limits, t) });
  }

  function remove(item: Upload) {
    item.abort?.();
    URL.revokeObjectURL(item.preview);
    store.set({ refusedFile: '', uploads: store.get().uploads.filter((one) => one.file !== item.file) });
  }

  return {
    add(files) {
      const { known, uploads } = store.get();
      if (!known) return;
      const added: Upload[] = [];
      let refusedFile = '';
      for (const file of files) {
        const wrong = refusal(file, uploads.length + added.length, known.limits, t);
        refusedFile ||= wrong;
        if (!wrong)
          added.push({
            file,
            share: 0,
            preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : '',
            attachment: null,
            failed: false,
          });
      }
      store.set({ refusedFile, uploads: [...uploads, ...added] });
      for (const item of added) void begin(item);
    },
    retry: (item) => void begin(item),
    remove,
    take() {
      const { uploads } = store.get();
      for (const item of uploads) remove(item);
      return uploads.flatMap((item) => item.attachment ?? []);
    },
  };
}
