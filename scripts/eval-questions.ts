// Asks the shop's FAQ what customers would really write, through the very code that the bot runs, and prints a table by kind of question.
//   npm run -s eval:questions            the table, and one JSON object last
//   npm run -s eval:questions -- --misses   also every question that was answered wrongly or not found
import { decide } from '../apps/server/src/bot/decide/decide.rules.ts';
import type { Entry } from '../apps/server/src/knowledge/search/search.types.ts';
import { buildIndex } from '../apps/server/src/knowledge/search/search-index.ts';
import { sharedTokenizer } from '../apps/server/src/platform/text/tokenizer.ts';
import { faqEn } from '../fixtures/faq/en.ts';
import { faqJa } from '../fixtures/faq/ja.ts';
import { questionsEn } from '../fixtures/questions/en.ts';
import { questionsJa } from '../fixtures/questions/ja.ts';

type Asked = { kind: string; ask: string; id: string | null; ranked: string[]; decision: string };

const entriesOf = (faq: typeof faqJa, locale: string): Entry[] =>
  faq.map(({ slug, question, answer, category, examples }) => ({
    id: `${locale}/${slug}`,
    question,
    answer,
    category,
    examples: [...examples],
  }));

const index = await buildIndex([...entriesOf(faqJa, 'ja'), ...entriesOf(faqEn, 'en')]);
const asked: Asked[] = [];
for (const [locale, questions] of [
  ['ja', questionsJa],
  ['en', questionsEn],
] as const) {
  for (const { ask, slug, kind } of questions) {
    const result = await index.search(ask, { limit: 5 });
    const { decision } = decide(result);
    asked.push({ kind: `${locale} ${kind}`, ask, id: slug && `${locale}/${slug}`, ranked: result.hits.map(({ id }) => id), decision });
  }
}
await sharedTokenizer().close();

const isFirst = ({ id, ranked }: Asked) => id !== null && ranked[0] === id;
const isAmongFive = ({ id, ranked }: Asked) => id !== null && ranked.includes(id);
const isOffered = ({ id, ranked, decision }: Asked) => id !== null && decision === 'clarify' && ranked.slice(0, 3).includes(id);
const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((1000 * part) / whole) / 1000);

/** `first`, `amongFive` of those with an answer; `helped`: answered rightly or offered; `precision` of all answers; `refused` of those without one. */
function figures(some: readonly Asked[]) {
  const known = some.filter(({ id }) => id !== null);
  const unknown = some.filter(({ id }) => id === null);
  const answered = some.filter(({ decision }) => decision === 'answer');
  return {
    questions: some.length,
    first: share(known.filter(isFirst).length, known.length),
    amongFive: share(known.filter(isAmongFive).length, known.length),
    helped: share(known.filter((one) => (one.decision === 'answer' && isFirst(one)) || isOffered(one)).length, known.length),
    answered: share(answered.filter(({ id }) => id !== null).length, known.length),
    precision: share(answered.filter(isFirst).length, answered.length),
    refused: share(unknown.filter(({ decision }) => decision === 'handoff').length, unknown.length),
    notAnswered: share(unknown.filter(({ decision }) => decision !== 'answer').length, unknown.length),
  };
}

const table = Object.fromEntries([...Map.groupBy(asked, ({ kind }) => kind)].map(([kind, some]) => [kind, figures(some)]));
const of = (locale: string) => asked.filter(({ kind }) => kind.startsWith(locale));
const all = { ja: figures(of('ja')), en: figures(of('en')), all: figures(asked) };
console.table({ ...table, ...all });
if (process.argv.includes('--misses')) {
  for (const { kind, ask, id, ranked, decision } of asked) {
    if (id === null ? decision === 'answer' : ranked[0] !== id) console.log(`${kind}\t${decision}\t${ask}\t→ ${id}\tgot ${ranked[0]}`);
  }
}
console.log(JSON.stringify(all));
