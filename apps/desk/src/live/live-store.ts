import type { LiveState } from '@madoguchi/client/live.ts';
import type { LiveFrame } from '@madoguchi/contract/live.ts';
import { makeStore, useStore } from '../ui/store.ts';

export type Presence = Omit<Extract<LiveFrame, { type: 'presence' }>, 'type'>;

type Live = { connection: LiveState; onlineAgentIds: readonly string[]; presence: Readonly<Record<string, Presence>> };

export const liveStore = makeStore<Live>({ connection: 'connecting', onlineAgentIds: [], presence: {} });

export const useConnection = (): LiveState => useStore(liveStore, (live) => live.connection);
/** The ids of the agents who are connected now. */
export const useOnline = (): readonly string[] => useStore(liveStore, (live) => live.onlineAgentIds);
/** Who looks at a conversation and who writes in it, the customer included. */
export const usePresence = (conversationId: string): Presence | undefined => useStore(liveStore, (live) => live.presence[conversationId]);
