import { Marked } from 'marked';
import { japaneseStrong } from './japanese-strong.ts';
import { safeHtml } from './safe-html.ts';

/** A line break is one: answers that were plain text before an import keep their lines. */
const marked = new Marked({ gfm: true, breaks: true, async: false }, { extensions: [japaneseStrong] });

const toHtml = (markdown: string): string => safeHtml(marked.parse(markdown, { async: false }));

/** Markdown of any origin → HTML that is safe to place in a page. Headings begin at h2; wide tables scroll in a frame of their own. */
export const renderMarkdown = (markdown: string): string =>
  toHtml(markdown).replaceAll('<table>', '<div class="table-frame"><table>').replaceAll('</table>', '</table></div>').trim();

export type Heading = { id: string; level: 2 | 3; text: string };

/** The body of an article: the same HTML, its headings made addressable (`section-1` …) and listed in order. */
export function renderArticleBody(markdown: string): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  // What comes out of the sanitizer is regular: `<h2>` without attributes is a heading and nothing else.
  const html = renderMarkdown(markdown).replace(/<h([23])>([\s\S]*?)<\/h\1>/g, (_, level: string, content: string) => {
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
