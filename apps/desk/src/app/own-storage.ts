import { meQuery } from './me.ts';
import { queryClient } from './query-client.ts';
import { readStored, writeStored } from './storage.ts';

/** Drafts and the like are an agent's own: two people who share a machine must not find, or send, each other's words. */
const prefix = (): string => `madoguchi.${queryClient.getQueryData(meQuery.queryKey)?.agent.id ?? 'nobody'}.`;

export const readOwn = (name: string): string | null => readStored(prefix() + name);

export const writeOwn = (name: string, value: string | null): void => writeStored(prefix() + name, value);

/** The name under which a storage key is the signed-in agent's own; null for any other key. */
export const ownName = (key: string | null): string | null => (key?.startsWith(prefix()) ? key.slice(prefix().length) : null);
