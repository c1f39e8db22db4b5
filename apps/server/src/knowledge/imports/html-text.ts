import TurndownService from 'turndown';
import type { PageText } from './import.types.ts';

/** In characters. More than the longest article with the markup that word processors put around it; longer pages are not even looked at. */
export const MOST_HTML = 2_000_000;
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

/** The time to read blanks that are no ASCII grows with the square of their number in a row; nobody means more than some. */
const MANY_BLANKS =
  /((?:[\u00a0\u2000-\u200a\u3000]|&nbsp;|&#160;|&#xa0;|&emsp;|&ensp;|&thinsp;)(?:\s|&nbsp;|&#160;|&#xa0;|&emsp;|&ensp;|&thinsp;){63})(?:\s|&nbsp;|&#160;|&#xa0;|&emsp;|&ensp;|&thinsp;)+/gi;

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
  turndown.addRule('item', { filter: 'li', replacement: makeItemRule() });
  // A table around others only arranges a page.
  turndown.addRule('table', {
    filter: 'table',
    replacement: (content, node) => `\n\n${(node as HTMLElement).querySelector('table') ? content : tableOf(node as HTMLElement)}\n\n`,
  });
  const whole = turndown.turndown(html.replace(MANY_BLANKS, '$1'));
  return { title: seen.heading || seen.title, text: (seen.main || whole).trim() };
}

/** Items of a list, numbered as they come: looking each one up among its neighbors takes seconds for some thousand. */
function makeItemRule() {
  const numbers = new WeakMap<Node, number>();
  return (content: string, node: Node): string => {
    const list = node.parentNode as HTMLElement | null;
    let mark = '-   ';
    if (list?.nodeName === 'OL') {
      const number = numbers.get(list) ?? Number(list.getAttribute('start') ?? 1);
      numbers.set(list, number + 1);
      mark = `${number}.  `;
    }
    const words = content.replace(/^\n+/, '').replace(/\n+$/, '') + (content.endsWith('\n') ? '\n' : '');
    return `${mark}${words.replaceAll('\n', `\n${' '.repeat(mark.length)}`)}${node.nextSibling ? '\n' : ''}`;
  };
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
