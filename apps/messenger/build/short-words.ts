import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const folder = join(import.meta.dirname, '../../../packages/words/messenger');
const textsOf = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8'));
const keysOf = () => Object.keys(textsOf(join(folder, 'ja.json')));

/**
 * Writes the two catalogues without saying every key twice, and keys of several words not at all: they go by their place in the list, in the
 * catalogues and wherever the script says one.
 */
export function shortWords(): Plugin {
  return {
    name: 'short-words',
    enforce: 'pre',
    load: {
      filter: { id: /words\/messenger\/(ja|en)\.json$/ },
      handler: (id) => ({ code: shortCatalogue(keysOf(), textsOf(id), id.endsWith('ja.json')), moduleType: 'js' }),
    },
    transform: {
      filter: { id: /messenger\/src\/.+\.tsx?$/ },
      handler: (code) => ({ code: shortKeys(keysOf(), code), map: null }),
    },
  };
}

// A key of one word may also be a word that the server or the browser's storage knows: it stays as it is.
const isShortened = (key: string) => key.includes('_');
const inOrder = (keys: string[]) => [...keys.filter((key) => !isShortened(key)), ...keys.filter(isShortened)];

/** A module that gives the same texts as the JSON file, those of a key of several words under its short name. */
export function shortCatalogue(keys: string[], texts: Record<string, string>, bringsKeys: boolean): string {
  const missing = keys.filter((key) => !texts[key] || texts[key].includes('\n'));
  if (missing.length) throw new Error(`words without a one-line text: ${missing.join(', ')}`);
  const list = (words: string[]) => JSON.stringify(words.join('\n'));
  const head = bringsKeys
    ? `const keys = ${list(keys.filter((key) => !isShortened(key)))}.split("\\n");
export const fill = (texts) => Object.fromEntries(texts.split("\\n").map((text, at) => [keys[at] ?? "_" + at, text]));`
    : 'import { fill } from "./ja.json";';
  return `${head}\nexport default fill(${list(inOrder(keys).map((key) => texts[key] ?? ''))});`;
}

/** A module in which every string that is a key of several words ('email_save') is its short name. */
export function shortKeys(keys: string[], code: string): string {
  const names = new Map(inOrder(keys).flatMap((key, at) => (isShortened(key) ? [[key, `_${at}`]] : [])));
  return code.replace(/(["'`])(\w+)\1/g, (whole, _quote, key: string) => (names.has(key) ? `'${names.get(key)}'` : whole));
}
