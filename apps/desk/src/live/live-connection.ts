import { connectLive } from '@madoguchi/client/live.ts';
import type { AgentFrame, LiveFrame } from '@madoguchi/contract/live.ts';
import type { QueryClient } from '@tanstack/react-query';
import { sessionEnded } from '../app/session.ts';
import { keys } from '../conversations/conversations.queries.ts';
import { renewNotifications } from '../notifications/notifications.queries.ts';
import { applyFrame } from './apply-frame.ts';
import { liveStore } from './live-store.ts';
import { tellNote } from './tell-notes.ts';
import { tellNotification } from './tell-notifications.ts';
import { tellPromise } from './tell-promises.ts';

/** The close code that means: this session is over. */
const SIGNED_OUT = 4401;
/** Any other refusal is a misunderstanding (a hello that came too late, say): worth another try after a while. */
const AFTER_REFUSAL_MS = 10_000;

type LookingAt = Extract<AgentFrame, { type: 'looking_at' }>;

let send: ((frame: AgentFrame) => boolean) | null = null;
let lookingAt: LookingAt = { type: 'looking_at', conversationId: null, typing: false };

/** Tells colleagues which conversation is on this screen and whether something is being written. Cheap to repeat. */
export function sayLookingAt(conversationId: string | null, typing: boolean): void {
  if (lookingAt.conversationId === conversationId && lookingAt.typing === typing) return;
  lookingAt = { type: 'looking_at', conversationId, typing };
  send?.(lookingAt);
}

/** Opens the one live connection of this window; returns how to close it. The cursor outlives cuts, so nothing is missed. `open`: goes to a conversation. */
export function startLive(client: QueryClient, open: (conversationId: string) => void): () => void {
  let cursor: string | null = null;
  const connection = connectLive<LiveFrame, AgentFrame>({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live`,
    hello: () => ({ type: 'hello', cursor }),
    onFrame: (frame) => {
      if (frame.type === 'ready') {
        // What was loaded before the first connection may lack what happened in between.
        if (cursor === null) void client.invalidateQueries({ queryKey: keys.all });
        renewNotifications(client);
        if (lookingAt.conversationId) connection.send(lookingAt);
      }
      applyFrame(client, frame);
      if (frame.type === 'fact') {
        tellPromise(client, frame, open);
        tellNote(client, frame, open);
        tellNotification(client, frame, open, lookingAt.conversationId);
      }
      if (frame.type === 'ready' || frame.type === 'fact' || frame.type === 'lost') cursor = frame.cursor;
    },
    onState: (connection) => liveStore.set((live) => ({ ...live, connection })),
    onRefused: (code) => {
      if (code === SIGNED_OUT) sessionEnded();
      else setTimeout(connection.reconnect, AFTER_REFUSAL_MS);
    },
  });
  send = connection.send;
  return () => {
    send = null;
    connection.close();
  };
}
