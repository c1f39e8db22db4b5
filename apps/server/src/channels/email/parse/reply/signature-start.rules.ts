import type { LineKind } from './reply.types.ts';
import { isCard, isJapaneseSentence, isShortRule, isSignatureRule, isSignOff, mayBeSignature } from './signatures.rules.ts';

type Line = { kind: LineKind; text: string };

const CARD_LINES = 15;
const SIGN_OFF_LINES = 8;

/**
 * At which line the signature begins: behind `--`, behind a line of dashes when only short lines follow, at `Regards,` with a name below, or
 * at a visiting card. null: there is none, or there would be nothing left.
 */
export function signatureStart(lines: Line[]): number | null {
  const body = lines.findIndex(({ kind }) => kind === 'original' || kind === 'intro');
  const end = body < 0 ? lines.length : body;
  let isSomethingSaid = false;
  for (let at = 0; at < end; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (isSomethingSaid && line.kind === 'rule' && isEndRule(lines, at, end)) return at;
    if (isSomethingSaid && line.kind === 'text' && isSignOff(line.text) && isNameBelow(lines, at, end)) return at;
    isSomethingSaid ||= isSaid(line);
  }
  return cardStart(lines, end);
}

const isSaid = ({ kind }: Line): boolean => kind === 'text' || kind === 'field';

/** What was said from `at` on, or null when it is more than `most` lines. */
function shortTail(lines: Line[], at: number, end: number, most: number): string[] | null {
  const tail: string[] = [];
  for (let next = at; next < end && tail.length <= most; next += 1) {
    const line = lines[next];
    if (line && isSaid(line)) tail.push(line.text);
  }
  return tail.length <= most ? tail : null;
}

function isEndRule(lines: Line[], at: number, end: number): boolean {
  const rule = lines[at]?.text ?? '';
  if (isSignatureRule(rule)) return shortTail(lines, at + 1, end, CARD_LINES * 2) !== null;
  const tail = shortTail(lines, at + 1, end, CARD_LINES);
  if (!tail) return false;
  return isShortRule(rule) ? tail.every((text) => mayBeSignature(text) || !isJapaneseSentence(text)) : tail.every(mayBeSignature);
}

function isNameBelow(lines: Line[], at: number, end: number): boolean {
  const tail = shortTail(lines, at + 1, end, SIGN_OFF_LINES);
  return tail !== null && tail.length > 0 && tail.every((text) => text.trim().length <= 70);
}

/** The last block of lines, when it is a card and something stands above it. */
function cardStart(lines: Line[], end: number): number | null {
  const upTo = lines.slice(0, end);
  const last = upTo.findLastIndex(({ kind }) => kind === 'text' || kind === 'field');
  if (last < 0) return null;
  const blank = upTo.slice(0, last + 1).findLastIndex(({ kind }) => kind === 'blank');
  if (blank < 1 || !upTo.slice(0, blank).some(({ kind }) => kind === 'text')) return null;
  return isCard(upTo.slice(blank + 1, last + 1).map(({ text }) => text)) ? blank + 1 : null;
}
