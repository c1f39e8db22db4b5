import { Marked } from 'marked';
import { type CalloutWords, callout } from './callout.ts';
import { japaneseEm } from './japanese-em.ts';
import { japaneseStrong } from './japanese-strong.ts';
import { safeHtml } from './safe-html.ts';
import { videoParagraph, withPlayers } from './video-paragraph.ts';

/** A line break is one: answers that were plain text before an import keep their lines. */
const readerWith = (words: CalloutWords) =>
  new Marked({ gfm: true, breaks: true, async: false }, { extensions: [japaneseStrong, japaneseEm, callout(words)] }, videoParagraph);

const silent: CalloutWords = () => '';
const readers = new Map<CalloutWords, Marked>();

/** One reader for each set of words: there are as many as languages. */
function readerFor(words: CalloutWords): Marked {
  const known = readers.get(words) ?? readerWith(words);
  readers.set(words, known);
  return known;
}

const toHtml = (markdown: string, words = silent): string => safeHtml(readerFor(words).parse(markdown, { async: false }));

/**
 * Markdown of any origin → HTML that is safe to place in a page. Headings begin at h2; wide tables scroll in a frame of their own.
 * `words`: what stands over callouts, as text that needs no escaping; always the same function for a language.
 */
export const renderMarkdown = (markdown: string, words?: CalloutWords): string =>
  withPlayers(toHtml(markdown, words))
    .replaceAll('<table>', '<div class="table-frame" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .trim();

export type Heading = { id: string; level: 2 | 3; text: string };

/** The body of an article: the same HTML, its headings made addressable (`section-1` …) and listed in order. */
export function renderArticleBody(markdown: string, words?: CalloutWords): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  // What comes out of the sanitizer is regular: `<h2>` without attributes is a heading and nothing else.
  const html = renderMarkdown(markdown, words).replace(/<h([23])>([\s\S]*?)<\/h\1>/g, (_, level: string, content: string) => {
    const id = `section-${headings.length + 1}`;
    headings.push({ id, level: level === '2' ? 2 : 3, text: textOf(content) });
    return `<h${level} id="${id}">${content}</h${level}>`;
  });
  return { html, headings };
}

/** The words of a Markdown text, a line for each block, without marks. Not escaped: never place it in a page as it is. */
export const markdownToText = (markdown: string): string =>
  textOf(
    toHtml(markdown)
      .replace(/<br \/>|<\/(?:p|h[2-4]|li|tr|dt|dd|pre|blockquote|summary)>/g, '\n')
      .replace(/<\/t[hd]>\n?/g, ' '),
  )
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** Strips every tag. What the sanitizer wrote is regular: no `>` within a tag, and only these four entities; all others it has read. */
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]!);
