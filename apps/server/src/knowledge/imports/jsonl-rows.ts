import { cutText } from '../../platform/text/fold.ts';
import type { RawFields, RawRow } from './import.types.ts';

const SHOWN = 200;
/** Lines read between two turns of other work. */
const STEP = 100;

/** The rows of a file with one JSON object a line: {id, question, answer, category?, examples?, locale?}. Never throws. */
export function* jsonlRows(text: string): Generator<RawRow | null> {
  let at = 0;
  for (let line = 1; at < text.length; line += 1) {
    if (line % STEP === 0) yield null;
    const end = endOfLine(text, at);
    const own = text.slice(at, end).trim();
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (own === '') continue;
    const fields = readObject(own);
    yield { line, text: cutText(own, SHOWN), ...(fields ? { fields } : { reason: 'row.broken' }) };
  }
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return text.length;
}

function readObject(text: string): RawFields | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { id, question, answer, category, examples, locale, status, audience, brands } = value as Record<string, unknown>;
  const texts = { id: typeof id === 'number' ? String(id) : id, question, answer, category, locale, status, audience, brands };
  const fields: RawFields = {};
  for (const [name, text] of Object.entries(texts) as [keyof typeof texts, unknown][]) {
    if (text === undefined || text === null) continue;
    if (typeof text !== 'string') return null;
    fields[name] = text;
  }
  if (examples === undefined || examples === null) return fields;
  if (!Array.isArray(examples) || !examples.every((example) => typeof example === 'string')) return null;
  return { ...fields, examples };
}
