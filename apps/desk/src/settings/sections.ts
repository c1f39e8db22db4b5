import {
  IconActivityHeartbeat,
  IconBuildingStore,
  IconClock,
  IconColorSwatch,
  IconInbox,
  IconKey,
  IconMailCog,
  IconMessage2Bolt,
  IconRobotFace,
  IconSparkles,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { AdminKey } from '../admin/admin-words.ts';

/** What can be set, in the order of the menu. `permission`: who may; null means everybody, for what is their own or only read. */
export const sections = [
  {
    path: 'workspace',
    word: 'settings.workspace',
    text: 'settings.workspace_text',
    icon: IconBuildingStore,
    permission: 'workspace.manage',
    group: 'settings.group_desk',
  },
  {
    path: 'brands',
    word: 'settings.brands',
    text: 'settings.brands_text',
    icon: IconColorSwatch,
    permission: 'workspace.manage',
    group: 'settings.group_desk',
  },
  {
    path: 'hours',
    word: 'settings.hours',
    text: 'settings.hours_text',
    icon: IconClock,
    permission: 'workspace.manage',
    group: 'settings.group_desk',
  },
  {
    path: 'inboxes',
    word: 'settings.inboxes',
    text: 'settings.inboxes_text',
    icon: IconInbox,
    permission: 'inbox.manage',
    group: 'settings.group_desk',
  },
  {
    path: 'channel-health',
    word: 'settings.health',
    text: 'settings.health_text',
    icon: IconActivityHeartbeat,
    permission: 'inbox.manage',
    group: 'settings.group_desk',
  },
  {
    path: 'agents',
    word: 'settings.agents',
    text: 'settings.agents_text',
    icon: IconUsers,
    permission: 'agent.manage',
    group: 'settings.group_people',
  },
  {
    path: 'teams',
    word: 'settings.teams',
    text: 'settings.teams_text',
    icon: IconUsersGroup,
    permission: 'agent.manage',
    group: 'settings.group_people',
  },
  {
    path: 'canned',
    word: 'settings.canned',
    text: 'settings.canned_text',
    icon: IconMessage2Bolt,
    permission: null,
    group: 'settings.group_tools',
  },
  {
    path: 'bot',
    word: 'settings.bot',
    text: 'settings.bot_text',
    icon: IconRobotFace,
    permission: 'workspace.manage',
    group: 'settings.group_tools',
  },
  {
    path: 'models',
    word: 'settings.models',
    text: 'settings.models_text',
    icon: IconSparkles,
    permission: 'workspace.manage',
    group: 'settings.group_tools',
  },
  {
    path: 'mail',
    word: 'settings.mail',
    text: 'settings.mail_text',
    icon: IconMailCog,
    permission: 'workspace.manage',
    group: 'settings.group_tools',
  },
  {
    path: 'api-keys',
    word: 'settings.api_keys',
    text: 'settings.api_keys_text',
    icon: IconKey,
    permission: 'api_key.manage',
    group: 'settings.group_tools',
  },
  {
    path: 'account',
    word: 'settings.account',
    text: 'settings.account_text',
    icon: IconUserCircle,
    permission: null,
    group: 'settings.group_me',
  },
] as const satisfies readonly { path: string; word: AdminKey; text: AdminKey; icon: unknown; permission: string | null; group: AdminKey }[];

export type Section = (typeof sections)[number];
export type SectionPath = Section['path'];

/** What this agent may open. */
export const openSections = (permissions: readonly string[]): Section[] =>
  sections.filter(({ permission }) => permission === null || permissions.includes(permission));

/** The address below /settings as section and the rest, e.g. `inboxes/ibx_…` → inboxes and one of them. */
export function placeOf(splat: string): { section: Section | undefined; rest: string | null } {
  const [path = '', rest] = splat.split('/');
  return { section: sections.find((one) => one.path === path), rest: rest || null };
}
