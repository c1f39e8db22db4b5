// Runs in its own thread: analysis is CPU work (about 25 µs a word) and must not hold up the web server.
// An exception here ends the thread on purpose: after a trap the dictionary's memory cannot be trusted, and the owner starts afresh.
import { parentPort } from 'node:worker_threads';
import { TokenizerBuilder } from 'lindera-wasm-nodejs-ipadic';
import { dictionaryFile, type Glossary, loadGlossary } from './glossary/glossary.ts';
import { type DictionaryWord, packTokens, unpackTokens } from './tokens.ts';

/** `glossed`: also in English, as far as a dictionary is installed. */
export type TokenizeRequest = { id: number; texts: string[]; glossed: boolean };
/** `glosses`: by text, stem and weight in turn. */
export type TokenizeReply = { id: number; packed: string[][]; glosses: (string | number)[][] };

const builder = new TokenizerBuilder();
builder.setDictionary('embedded://ipadic');
builder.setMode('normal');
const tokenizer = builder.build();

let glossary: Glossary | null = null;

function glossOf(packed: string[]): (string | number)[] {
  const path = dictionaryFile();
  if (path) glossary ??= loadGlossary(path);
  return glossary ? glossary.gloss(unpackTokens(packed)).flatMap(({ stem, weight }) => [stem, weight]) : [];
}

parentPort?.on('message', ({ id, texts, glossed }: TokenizeRequest) => {
  const packed = texts.map((text) => packTokens(tokenizer.tokenize(text) as DictionaryWord[]));
  const glosses = glossed ? packed.map((words) => (words.length > 0 ? glossOf(words) : [])) : [];
  parentPort?.postMessage({ id, packed, glosses } satisfies TokenizeReply);
});
