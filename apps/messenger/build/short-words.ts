import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const folder = join(import.meta.dirname, '../../../packages/words/messenger');

/** Writes the two catalogues without saying every key twice: the Japanese one brings the keys, both bring their texts in that order. */
export function shortWords(): Plugin {
  return {
    name: 'short-words',
    enforce: 'pre',
    load: {
      filter: { id: /words\/messenger\/(ja|en)\.json$/ },
      handler(id) {
        const [ja, own] = [join(folder, 'ja.json'), id].map((path): Record<string, string> => JSON.parse(readFileSync(path, 'utf8')));
        return { code: shortCatalogue(Object.keys(ja ?? {}), own ?? {}, id.endsWith('ja.json')), moduleType: 'js' };
      },
    },
  };
}

/** A module that gives the same object as the JSON file: key → text. */
export function shortCatalogue(keys: string[], texts: Record<string, string>, bringsKeys: boolean): string {
  const missing = keys.filter((key) => !texts[key] || texts[key].includes('\n'));
  if (missing.length) throw new Error(`words without a one-line text: ${missing.join(', ')}`);
  const list = (words: string[]) => JSON.stringify(words.join('\n'));
  const head = bringsKeys
    ? `export const fill = (texts) => Object.fromEntries(${list(keys)}.split("\\n").map((key, at) => [key, texts.split("\\n")[at]]));`
    : 'import { fill } from "./ja.json";';
  return `${head}\nexport default fill(${list(keys.map((key) => texts[key] ?? ''))});`;
}
