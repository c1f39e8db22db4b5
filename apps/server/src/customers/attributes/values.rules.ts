// Pure: what an attribute's value is in the form it is kept in.
import type { AttributeKind } from '@madoguchi/contract/attributes.ts';

type Definition = { kind: AttributeKind; choices: readonly string[] };

const YES = new Set(['yes', 'true', 'はい', '○', '◯', '有', 'あり', '1']);
const NO = new Set(['no', 'false', 'いいえ', '×', '✕', '無', 'なし', '0']);

/**
 * A value as it is kept: 1,200 → 1200, 2026年3月1日 and 2026/3/1 → 2026-03-01, はい → yes; several choices one a line, in their own order. Empty stays empty. Null for what is not of the
 * attribute's kind.
 */
export function keptValue({ kind, choices }: Definition, typed: string): string | null {
  const text = typed.trim();
  if (text === '' || kind === 'text' || kind === 'long_text') return text;
  const plain = text.normalize('NFKC');
  switch (kind) {
    case 'number':
      return numberOf(plain);
    case 'date':
      return dateOf(plain);
    case 'yes_no':
      return YES.has(plain.toLowerCase()) ? 'yes' : NO.has(plain.toLowerCase()) ? 'no' : null;
    case 'choice':
      return choiceOf(choices, text);
    case 'choices':
      return severalOf(choices, text);
    case 'link':
      return linkOf(plain);
  }
}

const choiceOf = (choices: readonly string[], text: string): string | null =>
  choices.find((one) => one === text) ??
  choices.find((one) => one.normalize('NFKC').toLowerCase() === text.normalize('NFKC').toLowerCase()) ??
  null;

/** A choice may have a comma of its own: commas part them only where the whole line is none. */
function severalOf(choices: readonly string[], text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  const parts = lines.flatMap((line) => (choiceOf(choices, line) === null ? line.split(/[,、，;；]/).map((part) => part.trim()) : [line]));
  const found = parts.filter(Boolean).map((part) => choiceOf(choices, part));
  if (found.includes(null)) return null;
  return choices.filter((one) => found.includes(one)).join('\n');
}

function numberOf(text: string): string | null {
  const digits = text.replace(/,(?=\d{3})/g, '').replace(/^[−–]/, '-');
  return /^-?\d{1,15}(?:\.\d{1,9})?$/.test(digits) ? digits.replace(/^(-?)0+(?=\d)/, '$1') : null;
}

function dateOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?$/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

function linkOf(text: string): string | null {
  if (!/^https?:\/\/[^\s]+$/i.test(text)) return null;
  return URL.canParse(text) ? text : null;
}
