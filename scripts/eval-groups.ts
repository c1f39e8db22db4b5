// Groups questions whose matter is known, through the very code that groups the questions nobody answered, and tells of how many pairs it was right.
//   npm run -s eval:groups                            the shop's questions in fixtures
//   npm run -s eval:groups -- --most 300 Q.jsonl …    also others: a line {query, relevant: [matter]} each; `most`: of each file, chosen by chance
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { groupQuestions } from '../apps/server/src/bot/unanswered/groups.rules.ts';
import { termsOfQuestions } from '../apps/server/src/knowledge/search/question-terms.queries.ts';
import { sharedTokenizer } from '../apps/server/src/platform/text/tokenizer.ts';
import { faqEn } from '../fixtures/faq/en.ts';
import { faqJa } from '../fixtures/faq/ja.ts';
import { questionsEn } from '../fixtures/questions/en.ts';
import { questionsJa } from '../fixtures/questions/ja.ts';

/** `matter`: null where nobody has said what it is about. */
type Judged = { ask: string; matter: string | null };

const { values, positionals } = parseArgs({ options: { most: { type: 'string', default: '1000' } }, allowPositionals: true });
const inFixtures = (questions: readonly { ask: string; slug: string | null }[]) =>
  questions.map(({ ask, slug }) => ({ ask, matter: slug }));
const sets: { name: string; questions: Judged[]; others: readonly string[] }[] = [
  { name: 'fixtures ja', questions: inFixtures(questionsJa), others: [...faqJa, ...faqEn].map(({ question }) => question) },
  { name: 'fixtures en', questions: inFixtures(questionsEn), others: [...faqJa, ...faqEn].map(({ question }) => question) },
  ...positionals.map((file) => ({
    name: file.split('/').slice(-2).join('/'),
    questions: someOf(read(file), Number(values.most)),
    others: [],
  })),
];

function read(file: string): Judged[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const queries = lines.map((line) => JSON.parse(line) as { query: string; relevant: string[] });
  return queries.flatMap(({ query, relevant: [matter, ...more] }) => (matter && more.length === 0 ? [{ ask: query, matter }] : []));
}

/** The same ones every time: shuffled (Fisher and Yates) by a generator with a fixed start. */
function someOf(questions: Judged[], most: number): Judged[] {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const shuffled = [...questions];
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
  }
  return shuffled.slice(0, most);
}

const pairsIn = (count: number) => (count * (count - 1)) / 2;
const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((1000 * part) / whole) / 1000);

/** Two that nobody has said the matter of may well be the same: such pairs do not count. */
async function figures(questions: readonly Judged[], others: readonly string[]) {
  const terms = await termsOfQuestions([...questions.map(({ ask }) => ask), ...others]);
  const began = performance.now();
  const groups = groupQuestions(terms.slice(0, questions.length), terms.slice(questions.length));
  const ms = Math.round(performance.now() - began);
  const known = questions.filter(({ matter }) => matter !== null);
  const toFind = [...Map.groupBy(known, ({ matter }) => matter).values()].reduce((sum, { length }) => sum + pairsIn(length), 0);
  let together = 0;
  let right = 0;
  for (const group of groups) {
    const counts = [...Map.groupBy(group, (at) => questions[at]!.matter)].map(([matter, { length }]) => ({ matter, length }));
    together += pairsIn(group.length) - counts.reduce((sum, { matter, length }) => sum + (matter === null ? pairsIn(length) : 0), 0);
    right += counts.reduce((sum, { matter, length }) => sum + (matter === null ? 0 : pairsIn(length)), 0);
  }
  const f1 = share(2 * right, together + toFind);
  return {
    questions: questions.length,
    groups: groups.length,
    toFind,
    together,
    right,
    precision: share(right, together),
    recall: share(right, toFind),
    f1,
    ms,
  };
}

const table: Record<string, Awaited<ReturnType<typeof figures>>> = {};
for (const { name, questions, others } of sets) table[name] = await figures(questions, others);
await sharedTokenizer().close();
console.table(table);
