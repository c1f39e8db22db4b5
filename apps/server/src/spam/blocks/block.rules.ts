// Pure: what can be on the block list, and whom an entry is about.
import type { SpamBlock } from '@madoguchi/contract/spam.ts';
import { PUBLIC_PROVIDERS } from './providers.rules.ts';

export type BlockKind = SpamBlock['kind'];
export type Sender = { kind: string; value: string };

const ADDRESS = /^[^\s@<>,;"]{1,64}@([^\s@<>,;"]+)$/;
const LABEL = /^(?!-)[\p{L}\p{N}-]{1,63}(?<!-)$/u;
const MOST_CHARACTERS = 254;

/**
 * An entry as it is kept: addresses and domains in small letters and without what people copy along with them (`@`, `https://`, `*.`).
 * Null for what is none of its kind.
 */
export function blockValue(kind: BlockKind, given: string): string | null {
  const value = given.normalize('NFKC').trim();
  if (value === '' || value.length > MOST_CHARACTERS || value.includes('\u0000')) return null;
  if (kind === 'email') return addressOf(value);
  if (kind === 'domain') return domainOf(value);
  return /\s/.test(value) ? null : value;
}

const addressOf = (value: string): string | null => {
  const bare = value
    .replace(/^.*<([^<>]+)>$/, '$1')
    .replace(/^mailto:/i, '')
    .toLowerCase();
  const domain = ADDRESS.exec(bare)?.[1];
  return domain && domainOf(domain) === domain ? bare : null;
};

const domainOf = (value: string): string | null => {
  const bare = value
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/^(\*\.|@|\.)/, '')
    .replace(/\.$/, '');
  const labels = bare.split('.');
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!) ? bare : null;
};

/** Whether a domain is one at which everybody has an address, or one under which everybody has a domain (co.jp). */
export function isEverybodys(domain: string): boolean {
  const isPublicSuffix = /^(co|or|ne|ac|go|gr|ed|lg|com|org|net|gov|edu)\.[a-z]{2}$/.test(domain);
  return isPublicSuffix || PUBLIC_PROVIDERS.has(domain);
}

/** Every entry that would be about a sender: the identity itself, and for an address its domain and those above it. */
export function entriesFor({ kind, value }: Sender): Sender[] {
  if (kind !== 'email') return [{ kind, value }];
  const address = value.toLowerCase();
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  const domains = labels.slice(0, -1).map((_label, n) => ({ kind: 'domain', value: labels.slice(n).join('.') }));
  return [{ kind, value: address }, ...domains];
}
