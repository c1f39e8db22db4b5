import { MAX_REPLY_LINES } from '../limits.ts';
import { fieldKind } from './headers.en.rules.ts';
import { lineKinds } from './lines.rules.ts';
import type { LineKind } from './reply.types.ts';
import { signatureStart } from './signature-start.rules.ts';

/** What the sender wrote, and all else, in order. Every line of the text that is not blank is in exactly one of the two. */
export type Reply = { visible: string; quoted: string };

type Line = { index: number; kind: LineKind };

/** Words below an unquoted lead that still count as an answer below it, in lines. */
const ANSWER_LINES = 7;
/** Lines of a copied header. */
const MOST_FIELD_LINES = 40;
/** What stands above a quotation and is no answer yet: `Hello Ms Sato,`. */
const GREETING_CHARS = 20;

/**
 * Separates what a sender wrote from what the mailer copied below it: quotes, copied headers, forwarded mails, signatures, phones' lines.
 * Answers between quoted lines stay with the quotes they answer. A mail that is nothing but a forwarded one keeps its text.
 * @param hasQuoteAt line number from which the HTML said that a quotation begins
 */
export function visibleReply(text: string, hasQuoteAt: number | null = null): Reply {
  const lines = text.split(/\r\n|\n|\r/);
  const head = lines.slice(0, Math.min(MAX_REPLY_LINES, hasQuoteAt ?? MAX_REPLY_LINES));
  const all = lineKinds(head).map((kind, index) => ({ index, kind }));
  const kept = new Set(decide(all, head).map(({ index }) => index));
  // A quotation that HTML marks is all there is when nothing stands above it: then it is read like text.
  if (hasQuoteAt !== null && ![...kept].some((index) => head[index]?.trim())) return visibleReply(text);
  const [visible, quoted] = [(_: string, at: number) => kept.has(at), (_: string, at: number) => !kept.has(at)].map((pick) =>
    trim(lines.filter(pick)),
  );
  return { visible: visible ?? '', quoted: quoted ?? '' };
}

function trim(lines: string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0
    ? ''
    : lines
        .slice(first, last + 1)
        .join('\n')
        .trimEnd();
}

function decide(all: Line[], lines: string[]): Line[] {
  let kept = cutSignature(all, lines).filter(({ kind }) => kind !== 'device');
  kept = cutAtOriginal(kept);
  kept = cutAtHeader(kept, lines);
  kept = cutAtIntro(kept, lines);
  kept = kept.filter(({ kind }) => kind !== 'intro' && kind !== 'original');
  return cutEdgeQuotes(cutSignature(kept, lines));
}

const isSaid = ({ kind }: Line): boolean => kind === 'text' || kind === 'field';

function cutSignature(kept: Line[], lines: string[]): Line[] {
  const start = signatureStart(kept.map(({ kind, index }) => ({ kind, text: lines[index] ?? '' })));
  return start === null ? kept : kept.slice(0, start);
}

/** `-----Original Message-----`, if somebody said something above it. */
function cutAtOriginal(kept: Line[]): Line[] {
  const at = kept.findIndex(({ kind }) => kind === 'original');
  return at > 0 && kept.slice(0, at).some(isSaid) ? kept.slice(0, at) : kept;
}

/** Three fields of a copied header, one of them a sender's and one a date's or subject's, and at most two folded lines between. */
function cutAtHeader(kept: Line[], lines: string[]): Line[] {
  for (let at = 0; at < kept.length; at += 1) {
    if (kept[at]?.kind !== 'field') continue;
    const end = headerEnd(kept, at, lines);
    if (end === null) continue;
    const above = kept.slice(0, at);
    if (above.some(isSaid)) return above;
    return [...above, ...kept.slice(end)];
  }
  return kept;
}

function headerEnd(kept: Line[], at: number, lines: string[]): number | null {
  const found = new Set<string>();
  let fields = 0;
  let end = at;
  for (let next = at, folded = 0; next < Math.min(kept.length, at + MOST_FIELD_LINES) && folded <= 2; next += 1) {
    const line = kept[next];
    const kind = line?.kind === 'field' ? fieldKind(lines[line.index] ?? '') : null;
    if (kind) {
      found.add(kind);
      fields += 1;
      folded = 0;
      end = next + 1;
    } else if (line?.kind === 'blank' && fields >= 3) break;
    else folded += 1;
  }
  return fields >= 3 && found.has('from') && (found.has('date') || found.has('subject')) ? end : null;
}

const isGreeting = (above: Line[], lines: string[]): boolean =>
  above
    .filter(isSaid)
    .map(({ index }) => lines[index]?.trim())
    .join('').length <= GREETING_CHARS;

/** A lead (`On … wrote:`) ends what was said above it, unless the sender answers below the quoted lines. */
function cutAtIntro(kept: Line[], lines: string[]): Line[] {
  const at = kept.findIndex(({ kind }) => kind === 'intro');
  if (at < 0) return kept;
  const above = kept.slice(0, at);
  if (!above.some(isSaid)) return kept;
  const below = kept.slice(at).filter(({ kind }) => kind !== 'blank' && kind !== 'intro');
  if (below[0]?.kind !== 'quote') return above;
  const lastQuote = below.findLastIndex(({ kind }) => kind === 'quote');
  const answers = below.slice(0, lastQuote).filter(isSaid).length;
  const after = below.slice(lastQuote + 1).filter(isSaid).length;
  if (answers + after === 0) return above;
  return answers === 0 && after < ANSWER_LINES && !isGreeting(above, lines) ? above : kept;
}

/** Quotes above the first and below the last word that was said go; those between are what it answers. */
function cutEdgeQuotes(kept: Line[]): Line[] {
  const upTo = kept.slice(0, kept.findLastIndex(isSaid) + 1);
  const first = Math.max(0, upTo.findIndex(isSaid));
  const said = upTo.slice(first);
  if (said.some(({ kind }) => kind === 'quote')) return upTo;
  // A frame of dashes has two of them.
  const hasFrame = said.some(({ kind }) => kind === 'rule');
  return [...upTo.slice(0, first).filter(({ kind }) => hasFrame && kind === 'rule'), ...said];
}
