import type { ChannelKind } from '@madoguchi/contract/channels.ts';
import { type ChannelGroup, channelGroups, lookOf } from '../../../channels/channels.ts';

export type Card = { kind: ChannelKind; name: string; text: string };

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** The channels that are looked for, group by group in the groups' order; groups without any are left out. */
export function galleryOf(cards: readonly Card[], query: string): { group: ChannelGroup; cards: Card[] }[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  const found = cards.filter(({ kind, name, text }) => {
    const words = plain(`${kind.name} ${name} ${text}`);
    return wanted.every((word) => words.includes(word));
  });
  return channelGroups
    .map((group) => ({ group, cards: found.filter(({ kind }) => lookOf(kind.name).group === group) }))
    .filter((part) => part.cards.length > 0);
}
