import type { Locale } from '@madoguchi/contract/common.ts';
import type { Inbox } from '@madoguchi/contract/workspaces.ts';
import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. `changed` names the settings, not their values. */
export const workspaceCreated = fact('workspace.created', 1)<{ name: string; locale: Locale }>();
export const workspaceUpdated = fact('workspace.updated', 1)<{ changed: string[] }>();
export const inboxCreated = fact('inbox.created', 1)<{ inboxId: string; name: string; channel: Inbox['channel'] }>();
export const inboxUpdated = fact('inbox.updated', 1)<{ inboxId: string; changed: string[] }>();
export const inboxRemoved = fact('inbox.removed', 1)<{ inboxId: string }>();
export const identitySecretRevealed = fact('inbox.identity_secret_revealed', 1)<{ inboxId: string }>();
export const brandCreated = fact('brand.created', 1)<{ brandId: string; name: string; key: string }>();
/** `changed` names what changed, not its value. */
export const brandUpdated = fact('brand.updated', 1)<{ brandId: string; changed: string[] }>();
export const brandRemoved = fact('brand.removed', 1)<{ brandId: string; name: string; key: string }>();
