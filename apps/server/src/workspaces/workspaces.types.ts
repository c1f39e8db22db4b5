import type { BusinessHours, Inbox, Workspace } from '@madoguchi/contract/workspaces.ts';

/** What the public key of an inbox leads to, before any workspace is known. */
export type ReachedInbox = {
  workspaceId: string;
  id: string;
  name: string;
  channel: Inbox['channel'];
  key: string;
  allowedOrigins: readonly string[];
  paused: boolean;
};

/** Settings a new workspace may begin with; the rest has defaults. */
export type NewWorkspace = Pick<Workspace, 'name' | 'locale'> &
  Partial<Pick<Workspace, 'timezone' | 'color' | 'greeting' | 'replyMinutes' | 'undoSendSeconds'>> & { businessHours?: BusinessHours };

export type NewInbox = { name: string; channel: Inbox['channel']; allowedOrigins?: readonly string[] };
