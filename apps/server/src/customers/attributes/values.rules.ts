// Pure: what an attribute's value is in the form it is kept in.
import type { AttributeKind } from '@madoguchi/contract/attributes.ts';

type Definition = { kind: AttributeKind; choices: readonly string[] };

const YES = new Set(['yes', 'true', 'はい', '○', '◯', '有', 'あり', '1']);
const NO = new Set(['no', 'false', 'いいえ', '×', '✕', '無', 'なし', '0']);

/**
 * A value as it is kept: 1,200 → 1200, 2026年3月1日 and 2026/3/1 → 2026-03-01, はい → yes. Empty stays empty. Null for what is not of the
 * attribute's kind.
 */
export function keptValue({ kind, choices }: Definition, typed: string): string | null {
  const text = typed.trim();
  if (text === '' || kind === 'text') return text;
  const plain = text.normalize('NFKC');
  switch (kind) {
    case 'number':
      return numberOf(plain);
    case 'date':
      return dateOf(plain);
    case 'yes_no':
      return YES.has(plain.toLowerCase()) ? 'yes' : NO.has(plain.toLowerCase()) ? 'no' : null;
    case 'choice':
      return (
        choices.find((one) => one === text) ?? choices.find((one) => one.normalize('NFKC').toLowerCase() === plain.toLowerCase()) ?? null
      );
    case 'link':
      return linkOf(plain);
  }
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
