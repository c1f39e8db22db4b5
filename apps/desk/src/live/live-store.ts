import type { LiveState } from '@madoguchi/client/live.ts';
import type { LiveFrame } from '@madoguchi/contract/live.ts';
import { makeStore, useStore } from '../ui/store.ts';

export type Presence = Omit<Extract<LiveFrame, { type: 'presence' }>, 'type'>;

type Live = {
  connection: LiveState;
  onlineAgentIds: readonly string[];
  presence: Readonly<Record<string, Presence>>;
  lost: ReadonlySet<string>;
};

export const liveStore = makeStore<Live>({ connection: 'connecting', onlineAgentIds: [], presence: {}, lost: new Set() });

export const useConnection = (): LiveState => useStore(liveStore, (live) => live.connection);
/** Whether a conversation went out of this agent's sight while they were here. */
export const useIsLost = (conversationId: string): boolean => useStore(liveStore, (live) => live.lost.has(conversationId));
/** The ids of the agents who are connected now. */
export const useOnline = (): readonly string[] => useStore(liveStore, (live) => live.onlineAgentIds);
/** Who looks at a conversation and who writes in it, the customer included. */
export const usePresence = (conversationId: string): Presence | undefined => useStore(liveStore, (live) => live.presence[conversationId]);
