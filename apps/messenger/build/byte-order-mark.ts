import type { Plugin } from 'vite';

/** Marks the scripts as UTF-8: a page in Shift_JIS or EUC-JP would otherwise read them in its own encoding. */
export function byteOrderMark(): Plugin {
  return {
    name: 'byte-order-mark',
    generateBundle(_, files) {
      for (const file of Object.values(files)) if (file.type === 'chunk') file.code = `\uFEFF${file.code}`;
    },
  };
}
