// Files that are one article each, and the export of another help center.
import { cutText } from '../../platform/text/fold.ts';
import { isTooDeep, MOST_HTML } from './html-text.ts';
import type { LineReason, PageText, RawFields, RawRow } from './import.types.ts';

const SHOWN = 200;

/** An HTML page: its heading or title asks, what stands in its main part answers. */
export function* htmlRows(text: string): Generator<RawRow | null> {
  const shown = cutText(text.trim(), SHOWN);
  if (shown === '') return;
  yield { line: 1, text: shown, ...pageOf(text, (page) => ({ question: page.title, answer: page.text })) };
}

/** What stands between two articles of one Markdown file, on a line of its own. */
export const BETWEEN_ARTICLES = '<!-- next article -->';

/**
 * A Markdown text: the first heading asks, unless its front matter has a title; category, tags, lang, id and draft are taken from there.
 * Several articles stand in one file with `<!-- next article -->` between them, as the export writes them.
 */
export function* markdownRows(text: string): Generator<RawRow | null> {
  let line = 1;
  for (const part of text.replace(/\r\n?/g, '\n').split(`\n${BETWEEN_ARTICLES}\n`)) {
    const own = part.trimStart();
    const first = line + part.slice(0, part.length - own.length).split('\n').length - 1;
    if (own !== '') yield { line: first, text: cutText(own, SHOWN), fields: markdownFields(own) };
    line += part.split('\n').length + 1;
    yield null;
  }
}

function markdownFields(text: string): RawFields {
  const { head, body } = frontMatter(text);
  const heading = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$/m.exec(body);
  const isFirst = heading !== null && body.slice(0, heading.index).trim() === '';
  const fields: RawFields = {
    question: head.title ?? heading?.[1] ?? '',
    answer: isFirst ? body.slice(heading.index + heading[0].length) : body,
  };
  const {
    category,
    id,
    lang,
    locale = lang,
    tags,
    examples = tags,
    audience,
    brands,
    draft,
    status = draft === 'true' ? 'draft' : undefined,
  } = head;
  return {
    ...fields,
    ...given({ category, id, locale, audience, brands, status }),
    ...(examples === undefined ? {} : { examples: examples.split('\n') }),
  };
}

const given = (fields: RawFields): RawFields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The plain part of YAML that people write over a text: `key: value`, `[a, b]`, and lists with a dash on lines of their own. */
function frontMatter(text: string): { head: Record<string, string>; body: string } {
  const match = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { head: {}, body: text };
  const head: Record<string, string> = Object.create(null);
  let key = '';
  for (const line of (match[1] ?? '').split('\n')) {
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (item && key) head[key] = [head[key], bare(item[1] ?? '')].filter(Boolean).join('\n');
    const pair = item ? null : /^([\w-]+)\s*:\s*(.*)$/.exec(line);
    if (!pair) continue;
    key = (pair[1] ?? '').toLowerCase();
    const value = (pair[2] ?? '').trim();
    head[key] = /^\[.*\]$/.test(value) ? value.slice(1, -1).split(',').map(bare).join('\n') : bare(value);
  }
  return { head, body: text.slice(match[0].length) };
}

/** Without its quotes; double ones are read as JSON, as YAML does. */
function bare(value: string): string {
  const text = value.trim();
  if (/^".*"$/.test(text)) {
    try {
      return String(JSON.parse(text));
    } catch {
      return text.slice(1, -1);
    }
  }
  return text.replace(/^'(.*)'$/, '$1');
}

type Entry = Record<string, unknown>;
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);
const entries = (value: unknown): Entry[] => (Array.isArray(value) ? value.filter(isEntry) : []);

/** `{articles: [{id, title, body, label_names, section_id, draft, locale}], sections: [{id, name}]}`; `line` counts the articles. */
export function* helpCenterRows(text: string): Generator<RawRow | null> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    file = null;
  }
  if (!isEntry(file) || !Array.isArray(file.articles)) {
    if (text.trim() !== '') yield { line: 1, text: cutText(text.trim(), SHOWN), reason: 'row.broken' };
    return;
  }
  const names = new Map(entries(file.sections).map(({ id, name }) => [String(id), String(name ?? '')]));
  for (const [at, article] of file.articles.entries()) {
    yield null;
    const row = { line: at + 1, text: cutText(isEntry(article) ? String(article.title ?? '') : JSON.stringify(article), SHOWN) };
    if (isEntry(article)) yield { ...row, ...pageOf(String(article.body ?? ''), (page) => fieldsOf(article, page.text, names)) };
    else yield { ...row, reason: 'row.broken' };
  }
}

function fieldsOf(article: Entry, answer: string, sections: ReadonlyMap<string, string>): RawFields {
  const fields: RawFields = { question: String(article.title ?? ''), answer };
  const section = sections.get(String(article.section_id));
  if (article.id != null) fields.id = String(article.id);
  if (section) fields.category = section;
  if (Array.isArray(article.label_names)) fields.examples = article.label_names.map(String);
  if (typeof article.locale === 'string') fields.locale = article.locale;
  if (article.draft === true) fields.status = 'draft';
  return fields;
}

/** A page to be read, unless it is too large or too deep for that. */
function pageOf(
  html: string,
  fieldsOf: (page: PageText) => RawFields,
): { reason: LineReason } | { html: string; fieldsOf: typeof fieldsOf } {
  if (html.length > MOST_HTML) return { reason: 'page.too_large' };
  return isTooDeep(html) ? { reason: 'row.broken' } : { html, fieldsOf };
}
