import { fieldKind, isOriginalMarker } from './headers.en.rules.ts';
import { introLength } from './intros.rules.ts';
import type { LineKind } from './reply.types.ts';
import { isDeviceLine, isRule } from './signatures.rules.ts';

const QUOTE = /^[\s\u3000]*(?:[>＞≫»]|\|(?!.*\|))|^[A-Za-z]{1,12}>(?=\s|$|[A-Z])/u;
const WRAP_CHARS = 60;
const FENCE = /^\s*(?:```|~~~)/;

/** What each line of a mail is. Code between fences is text, whatever it looks like. */
export function lineKinds(lines: string[]): LineKind[] {
  const kinds: LineKind[] = [];
  let fenced = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (FENCE.test(line) && (fenced || lines.slice(at + 1).some((other) => FENCE.test(other)))) {
      fenced = !fenced;
      kinds.push('text');
      continue;
    }
    if (fenced) {
      kinds.push('text');
      continue;
    }
    const plain = plainKind(line);
    const intro = plain === 'text' || plain === 'field' ? introLength(lines, at) : 0;
    if (intro === 0) kinds.push(plain);
    for (let count = 0; count < intro; count += 1) kinds.push('intro');
    at += Math.max(0, intro - 1);
  }
  return kinds.map((kind, at) => (kind === 'text' && isWrappedQuote(lines, kinds, at) ? 'quote' : kind));
}

/** The rest of a quoted line that a mailer broke: below a long quoted line, with quotes going on below it. */
const isWrappedQuote = (lines: string[], kinds: LineKind[], at: number): boolean =>
  kinds[at - 1] === 'quote' && (lines[at - 1] ?? '').length >= WRAP_CHARS && kinds[at + 1] === 'quote';

function plainKind(line: string): LineKind {
  if (line.trim() === '') return 'blank';
  if (isOriginalMarker(line)) return 'original';
  if (QUOTE.test(line)) return 'quote';
  if (isRule(line)) return 'rule';
  if (isDeviceLine(line)) return 'device';
  return fieldKind(line) ? 'field' : 'text';
}
