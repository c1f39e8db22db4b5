import { MAX_HTML_CHARS, MAX_HTML_DEPTH, MAX_HTML_TAGS } from '../limits.ts';

const TAG = /<(\/?)([a-z][a-z0-9]*)?/gi;
/** Tags that have no end, or whose end may be left out. */
const WITHOUT_END =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|colgroup)$/i;

/** HTML up to where it becomes too long, too rich or too deep: parsers take a time that grows with the square of the depth. */
export function boundHtml(html: string): { html: string; isCut: boolean } {
  const input = html.slice(0, MAX_HTML_CHARS);
  let depth = 0;
  let tags = 0;
  for (const match of input.matchAll(TAG)) {
    tags += 1;
    if (match[2] && !WITHOUT_END.test(match[2])) depth = Math.max(0, depth + (match[1] ? -1 : 1));
    if (tags > MAX_HTML_TAGS || depth > MAX_HTML_DEPTH) return { html: input.slice(0, match.index), isCut: true };
  }
  return { html: input, isCut: input.length < html.length };
}
