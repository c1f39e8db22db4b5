import { setImmediate } from 'node:timers/promises';
import { groupQuestions } from '../apps/server/src/bot/unanswered/groups.rules.ts';
import { makeVectors } from '../apps/server/src/knowledge/search/meaning/vectors.ts';
import { termsOfQuestions } from '../apps/server/src/knowledge/search/question-terms.queries.ts';
import type { Entry } from '../apps/server/src/knowledge/search/search.types.ts';
import { buildIndex } from '../apps/server/src/knowledge/search/search-index.ts';
import { faqJa } from '../fixtures/faq/ja.ts';
import { questionsJa } from '../fixtures/questions/ja.ts';
import { round, spread } from './figures.ts';

const ARTICLES = 10_000;
const QUESTIONS = 300;
const WIDTH = 1024;

/** The shop's FAQ over and over, each time with words of its own, so that no two entries are the same. */
const manyEntries = (): Entry[] =>
  Array.from({ length: ARTICLES }, (_, n) => {
    const { question, answer, category } = faqJa[n % faqJa.length]!;
    return { id: `art_${n}`, question: `${question}（${n}号）`, answer: `${answer}\n管理番号${n}、${n % 977}番棚。`, category };
  });

async function timed<T>(run: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now();
  const value = await run();
  return { ms: performance.now() - began, value };
}

async function ofIndex() {
  const entries = manyEntries();
  const built = await timed(() => buildIndex(entries));
  const bytes = Buffer.concat(await built.value.freeze());
  const loaded = await timed(() => buildIndex(entries, undefined, bytes));
  const asked: number[] = [];
  for (const { ask } of questionsJa.slice(0, QUESTIONS)) asked.push((await timed(() => built.value.search(ask, { limit: 10 }))).ms);
  const edited = await timed(() => built.value.update({ put: [{ ...entries[0]!, answer: '答えが変わりました。' }] }));
  return { buildS: round(built.ms / 1000), loadS: round(loaded.ms / 1000, 2), editMs: round(edited.ms), questionMs: spread(asked) };
}

async function ofGroups() {
  const asks = Array.from({ length: 2000 }, (_, n) => `${questionsJa[n % questionsJa.length]!.ask}（${n % 97}）`);
  const faq = await termsOfQuestions(faqJa.map(({ question }) => question));
  const analysed = await timed(() => termsOfQuestions(asks));
  return { analyseMs: round(analysed.ms), groupMs: round((await timed(() => groupQuestions(analysed.value, faq))).ms) };
}

/** Beside the same multiplications over the same memory and nothing else. */
async function ofVectors() {
  const vectors = makeVectors(WIDTH, ARTICLES);
  const all = new Float32Array(ARTICLES * WIDTH).map(() => Math.random() - 0.5);
  for (let n = 0; n < ARTICLES; n++) vectors.put(`art_${n}`, [all.slice(n * WIDTH, (n + 1) * WIDTH)]);
  const question = all.slice(0, WIDTH);
  const [ours, floor]: [number[], number[]] = [[], []];
  for (let round = 0; round < 25; round++) {
    ours.push((await timed(() => vectors.nearest(question, { limit: 50, isWanted: () => true }))).ms);
    floor.push((await timed(() => dotProducts(all, question))).ms);
    await setImmediate();
  }
  return { nearestMs: spread(ours), floorMs: spread(floor) };
}

function dotProducts(all: Float32Array, question: Float32Array): number {
  let best = -Infinity;
  for (let from = 0; from < all.length; from += WIDTH) {
    let sum = 0;
    for (let i = 0; i < WIDTH; i++) sum += all[from + i]! * question[i]!;
    if (sum > best) best = sum;
  }
  return best;
}

/** Search, grouping and vectors at 10,000 articles, without the server around them. */
export async function knowledge() {
  return { index: await ofIndex(), unanswered: await ofGroups(), vectors: await ofVectors() };
}
