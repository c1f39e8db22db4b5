// Pure: which of an inbox's addresses a mail came to, and what is said in whose name.
import type { MailAddress } from '@madoguchi/contract/mail-addresses.ts';
import type { Settings } from '../../channel.ts';
import { withoutMark } from '../message-ids.rules.ts';

/** Further addresses stand among the settings as JSON: see `Channel.more`. */
export const settingsOfAddresses = (kept: readonly MailAddress[]): Settings => ({ addresses: JSON.stringify(kept) });

const keptOf = ({ addresses }: Settings): MailAddress[] => (typeof addresses === 'string' ? (JSON.parse(addresses) as MailAddress[]) : []);

export const mainAddress = ({ address }: Settings): string => String(address ?? '');

/** All of an inbox's addresses, the main one first; all but it in lower case. */
export function addressesOf(settings: Settings): MailAddress[] {
  const main = mainAddress(settings);
  const kept = keptOf(settings);
  const own = kept.find(({ address }) => address === main.toLowerCase());
  const first = own ? { ...own, address: main } : { address: main, name: '', signature: '', acknowledgements: {} };
  return [first, ...kept.filter((one) => one !== own)];
}

/** The same in lower case, without words. */
export const ownAddresses = (settings: Settings): string[] =>
  addressesOf(settings)
    .map(({ address }) => address.toLowerCase())
    .filter(Boolean);

/** The first of these that is ours, whether marked or not; null for none. */
export function ownAmong(settings: Settings, written: readonly string[]): string | null {
  const own = ownAddresses(settings);
  const found = written.map((one) => one.toLowerCase()).flatMap((one) => [one, withoutMark(one)]);
  return found.find((one) => own.includes(one)) ?? null;
}

export type Sender = { address: string; name: string; signature: string; acknowledgements: MailAddress['acknowledgements'] };

/**
 * Who we are to the other end of a line: the address that the customer wrote to last, or the main one where that is not known or no longer
 * ours. Its own words, or the inbox's.
 */
export function senderOn(settings: Settings, inboxName: string, state: Readonly<Record<string, unknown>>): Sender {
  const all = addressesOf(settings);
  const wrote = typeof state.ourAddress === 'string' ? state.ourAddress : '';
  const one = all.find(({ address }) => address.toLowerCase() === wrote) ?? all[0]!;
  return {
    address: one.address,
    name: one.name.trim() || String(settings.fromName || inboxName),
    signature: one.signature.trim() || String(settings.signature ?? ''),
    acknowledgements: one.acknowledgements,
  };
}
