import { IconBook2, IconLayoutDashboard, IconMessages, IconMoodSmile, IconSearch, IconSettings, IconUsers } from '@tabler/icons-react';
import type { WordKey } from './locale.tsx';

/** The places of the desk, as on the rail, top to bottom. `key` follows `g`; `permission`: for those who have it. */
export const places = [
  { to: '/', word: 'place.conversations', icon: IconMessages, key: 'i', permission: 'conversation.read' },
  { to: '/search', word: 'place.search', icon: IconSearch, key: 'f', permission: 'conversation.read' },
  { to: '/board', word: 'place.board', icon: IconLayoutDashboard, key: 'o', permission: 'board.read' },
  { to: '/customers', word: 'place.customers', icon: IconUsers, key: 'c', permission: 'customer.read' },
  { to: '/knowledge', word: 'place.knowledge', icon: IconBook2, key: 'k', permission: 'knowledge.read' },
  { to: '/surveys', word: 'place.surveys', icon: IconMoodSmile, key: 'v', permission: 'conversation.read' },
  { to: '/settings/$', word: 'place.settings', icon: IconSettings, key: 's' },
] as const satisfies readonly { to: string; word: WordKey; icon: unknown; key: string; permission?: string }[];

export type Place = (typeof places)[number];

/** Whether somebody with these permissions has a place. */
export const hasPlace = (place: Place, permissions: readonly string[]): boolean =>
  !('permission' in place) || permissions.includes(place.permission);

/** Which place an address belongs to; conversations live at the root and under /c. */
export function placeOf(pathname: string): Place['to'] {
  if (pathname.startsWith('/search')) return '/search';
  if (pathname.startsWith('/board')) return '/board';
  if (pathname.startsWith('/customers')) return '/customers';
  if (pathname.startsWith('/knowledge')) return '/knowledge';
  if (pathname.startsWith('/surveys')) return '/surveys';
  if (pathname.startsWith('/settings')) return '/settings/$';
  return '/';
}
