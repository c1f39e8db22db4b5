// Runs in its own thread: analysis is CPU work (about 25 µs a word) and must not hold up the web server.
// An exception here ends the thread on purpose: after a trap the dictionary's memory cannot be trusted, and the owner starts afresh.
import { parentPort } from 'node:worker_threads';
import { TokenizerBuilder } from 'lindera-wasm-nodejs-ipadic';
import { type DictionaryWord, packTokens } from './tokens.ts';

export type TokenizeRequest = { id: number; texts: string[] };
export type TokenizeReply = { id: number; packed: string[][] };

const builder = new TokenizerBuilder();
builder.setDictionary('embedded://ipadic');
builder.setMode('normal');
const tokenizer = builder.build();

parentPort?.on('message', ({ id, texts }: TokenizeRequest) => {
  const packed = texts.map((text) => packTokens(tokenizer.tokenize(text) as DictionaryWord[]));
  parentPort?.postMessage({ id, packed } satisfies TokenizeReply);
});
