// Pure: several examples in one cell of a table, on lines of their own or between bars. A backslash before a bar or the end of a line
// takes its meaning away; before that, two backslashes are one. Anywhere else a backslash is only itself.

const ENDS = /(\\*)(\r\n|[\r\n|｜])/g;
const ENDS_AND_LAST = /(\\*)(\r\n|[\r\n|｜]|$)/g;

/** Examples as one cell, so that `splitExamples` gives them back. */
export const joinExamples = (examples: readonly string[]): string =>
  examples
    .map((example) => example.replace(ENDS_AND_LAST, (_, slashes: string, end: string) => slashes + slashes + (end && `\\${end}`)))
    .join('\n');

/** The examples of a cell, as they stand between what separates them; some may be empty. */
export function splitExamples(cell: string): string[] {
  const examples: string[] = [];
  let own = '';
  let at = 0;
  for (const { 0: found, 1: slashes = '', 2: end = '', index } of cell.matchAll(ENDS)) {
    own += cell.slice(at, index) + '\\'.repeat(slashes.length >> 1);
    at = index + found.length;
    if (slashes.length % 2 === 1) {
      own += end;
      continue;
    }
    examples.push(own);
    own = '';
  }
  const rest = cell.slice(at);
  const slashes = /\\*$/.exec(rest)?.[0].length ?? 0;
  return [...examples, own + rest.slice(0, rest.length - (slashes >> 1))];
}
