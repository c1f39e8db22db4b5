import { IconBook2, IconMessages, IconSettings, IconUsers } from '@tabler/icons-react';
import type { WordKey } from './locale.tsx';

/** The places of the desk, as on the rail, top to bottom. `key` follows `g`. */
export const places = [
  { to: '/', word: 'place.conversations', icon: IconMessages, key: 'i' },
  { to: '/customers', word: 'place.customers', icon: IconUsers, key: 'c' },
  { to: '/knowledge', word: 'place.knowledge', icon: IconBook2, key: 'k' },
  { to: '/settings/$', word: 'place.settings', icon: IconSettings, key: 's' },
] as const satisfies readonly { to: string; word: WordKey; icon: unknown; key: string }[];

export type Place = (typeof places)[number];

/** Which place an address belongs to; conversations live at the root and under /c. */
export function placeOf(pathname: string): Place['to'] {
  if (pathname.startsWith('/customers')) return '/customers';
  if (pathname.startsWith('/knowledge')) return '/knowledge';
  if (pathname.startsWith('/settings')) return '/settings/$';
  return '/';
}
