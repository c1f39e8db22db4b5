import TurndownService from 'turndown';

/** What an HTML page says: Markdown without scripts, styles and the site around it. `title`: its first heading, else its title; '' for none. */
export type PageText = { title: string; text: string };

/** More than any article may be long, markup and all; longer pages are not even looked at. */
export const MOST_HTML = 250_000;
const DROPPED = ['script', 'style', 'noscript', 'template', 'iframe', 'object', 'form', 'button', 'nav', 'footer', 'aside'] as const;

/** Deeper than any page that a person wrote; the time to read one grows with the square of its depth. */
const MOST_LEVELS = 100;
/** Elements that stand alone, or that the next of their kind ends. */
const NOT_NESTING = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|d[dt]|t[dhr]|tbody|thead|tfoot|option)$/i;

/** Whether elements stand in one another deeper than is read: a look at the tags, in one pass. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (NOT_NESTING.test(name)) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MOST_LEVELS) return true;
  }
  return false;
}

/** Reads a whole page, or a piece of one, that is not too deep. */
export function readHtml(html: string): PageText {
  const seen = { title: '', heading: '', main: '' };
  const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*' });
  turndown.remove([...DROPPED]);
  turndown.addRule('title', {
    filter: 'title',
    replacement: (_content, node) => {
      seen.title ||= wordsOf(node);
      return '';
    },
  });
  // The first heading is what the page is about: it becomes the question and does not stand in the answer again.
  turndown.addRule('heading', {
    filter: 'h1',
    replacement: (content, node) => {
      if (seen.heading !== '') return `\n\n## ${content}\n\n`;
      seen.heading = wordsOf(node);
      return '';
    },
  });
  turndown.addRule('main', {
    filter: ['main', 'article'],
    replacement: (content) => {
      if (content.length > seen.main.length) seen.main = content;
      return content;
    },
  });
  // A table around others only arranges a page.
  turndown.addRule('table', {
    filter: 'table',
    replacement: (content, node) => `\n\n${(node as HTMLElement).querySelector('table') ? content : tableOf(node as HTMLElement)}\n\n`,
  });
  const whole = turndown.turndown(html);
  return { title: seen.heading || seen.title, text: (seen.main || whole).trim() };
}

const wordsOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

function tableOf(table: HTMLElement): string {
  const rows = Array.from(table.querySelectorAll('tr')).map((row) =>
    Array.from(row.querySelectorAll('th, td')).map((cell) => wordsOf(cell).replaceAll('|', '\\|')),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  const line = (cells: readonly string[]) => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n');
}
