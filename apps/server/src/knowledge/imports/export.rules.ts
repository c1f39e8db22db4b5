// Pure: an article as a file says it, so that importing the file again changes nothing.
import type { StoredArticle } from '../knowledge.types.ts';
import { joinExamples } from './example-lines.rules.ts';
import { BETWEEN_ARTICLES } from './page-rows.ts';

export type ExportFormat = 'jsonl' | 'csv' | 'markdown';
export const isExportFormat = (text: string): text is ExportFormat => Object.hasOwn(EXPORTS, text);

const COLUMNS = ['id', 'question', 'answer', 'category', 'examples', 'locale', 'status', 'audience', 'brands', 'slug'] as const;

/** What a file says of an article. */
type Said = Pick<
  StoredArticle,
  'id' | 'external_id' | 'question' | 'answer' | 'category' | 'examples' | 'locale' | 'status' | 'audience' | 'slug'
> & {
  /** Keys of the brands it is for, with blanks between; '' or left out: of all. */
  brands?: string;
};

const saidBy = (article: Said) => ({
  // The name by which it is known where it came from, or its own: the import finds it by either.
  id: article.external_id ?? article.id,
  question: article.question,
  answer: article.answer,
  category: article.category,
  examples: article.examples,
  locale: article.locale,
  status: article.status,
  audience: article.audience,
  brands: article.brands ?? '',
  slug: article.slug,
});

/** With an apostrophe before what a spreadsheet would run as a formula; the import takes it away. */
const cell = (text: string): string => `"${text.replace(/^(?='*[=+\-@])/, "'").replaceAll('"', '""')}"`;

function csvLine(article: Said): string {
  const said = saidBy(article);
  return `${COLUMNS.map((name) => cell(name === 'examples' ? joinExamples(said.examples) : said[name])).join(',')}\r\n`;
}

function markdownText(article: Said): string {
  const { question, answer, examples, ...about } = saidBy(article);
  const head = Object.entries(about).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const tags = examples.length > 0 ? ['examples:', ...examples.map((example) => `  - ${JSON.stringify(example)}`)] : [];
  return `${['---', ...head, ...tags, '---', '', `# ${question}`, '', answer, '', BETWEEN_ARTICLES].join('\n')}\n`;
}

/** `head`: what the file begins with; `of`: an article, with the end of its line. */
export const EXPORTS: Record<ExportFormat, { type: string; extension: string; head: string; of: (article: Said) => string }> = {
  jsonl: {
    type: 'application/jsonl; charset=utf-8',
    extension: 'jsonl',
    head: '',
    of: (article) => `${JSON.stringify(saidBy(article))}\n`,
  },
  // Spreadsheets know UTF-8 by its mark.
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv', head: `\uFEFF${COLUMNS.join(',')}\r\n`, of: csvLine },
  markdown: { type: 'text/markdown; charset=utf-8', extension: 'md', head: '', of: markdownText },
};
