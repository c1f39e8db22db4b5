// Runs in its own thread: reading the dictionary takes a second, in which no customer's question shall wait.
import { parentPort, workerData } from 'node:worker_threads';
import { loadGlossary, type Word } from './glossary.ts';

/** By text: surface, base and part of speech of its words in turn. */
export type GlossRequest = { id: number; texts: string[][] };
/** By text: stem and weight in turn. */
export type GlossReply = { id: number; glosses: (string | number)[][] };

const FIELDS = 3;
const glossary = loadGlossary(workerData as string);

parentPort?.on('message', ({ id, texts }: GlossRequest) => {
  const glosses = texts.map((flat) => glossary.gloss(wordsOf(flat)).flatMap(({ stem, weight }) => [stem, weight]));
  parentPort?.postMessage({ id, glosses } satisfies GlossReply);
});

function wordsOf(flat: string[]): Word[] {
  const words: Word[] = [];
  for (let i = 0; i < flat.length; i += FIELDS) words.push({ surface: flat[i]!, base: flat[i + 1]!, pos: flat[i + 2]! });
  return words;
}
