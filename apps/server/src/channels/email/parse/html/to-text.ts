import { compile, type FormatCallback } from 'html-to-text';
import { MAX_HTML_CHARS, MAX_TEXT_CHARS } from '../limits.ts';
import { QUOTE_SELECTORS } from './quotes.ts';

/** Stands for "a quotation begins": a private character, taken out again. */
const MARK = '\ue0f1';

const marked: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addInline(MARK, { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 1 });
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const toLines = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML_CHARS, maxDepth: 200, maxChildNodes: 20_000 },
  formatters: { marked },
  selectors: [
    ...QUOTE_SELECTORS.map((selector) => ({ selector, format: 'marked' })),
    {
      selector: 'a',
      options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: [' <', '>'] as [string, string], noAnchorUrl: true },
    },
    { selector: 'img', format: 'skip' },
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
    { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1, trimEmptyLines: false } },
    { selector: 'table', format: 'block' },
    { selector: 'hr', options: { length: 32 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['head', 'style', 'script', 'title', 'template', 'object'].map((selector) => ({ selector, format: 'skip' })),
  ],
});

/** HTML as plain text, and the line in which the first quotation begins, if the HTML says so. */
export type HtmlText = { text: string; quoteAt: number | null; isCut: boolean };

/** Turns bounded HTML into the text that a person would see. Never throws: HTML that cannot be read gives no text. */
export function htmlToText(html: string): HtmlText {
  let lines: string[];
  try {
    lines = toLines(html.replaceAll(MARK, ''))
      .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
      .replaceAll('\u00a0', ' ')
      .replace(/ <(?:javascript|data|vbscript):[^>]*>/gi, '')
      .slice(0, MAX_TEXT_CHARS)
      .split('\n');
  } catch {
    return { text: '', quoteAt: null, isCut: true };
  }
  const at = lines.findIndex((line) => line.includes(MARK));
  const kept = lines.filter((line) => line.replace(/[>\s]/g, '') !== MARK).map((line) => line.replaceAll(MARK, '').trimEnd());
  return { text: kept.join('\n').trimEnd(), quoteAt: at < 0 ? null : at, isCut: false };
}
