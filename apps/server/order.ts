/** The rooms of src/, bottom to top. A room may import from rooms before it, and from them only through their doors. */
export const ROOMS = [
  'platform',
  'workspaces',
  'agents',
  'models',
  'canned-responses',
  'customers',
  'knowledge',
  'conversations',
  'search',
  'reply-checks',
  'routing',
  'spam',
  'flows',
  'bot',
  'sla',
  'surveys',
  'board',
  'channels',
  'people',
  'audit',
  'live',
  'portal',
  'demo',
] as const;

/** Kinds of file that other rooms may import; everything else is a room's own business. `platform` is open to all. */
export const DOORS = ['commands', 'queries', 'events', 'errors', 'types', 'permissions', 'rules'] as const;
