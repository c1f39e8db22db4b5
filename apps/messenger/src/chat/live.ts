import type { VisitorLiveFrame } from '@madoguchi/contract/live.ts';
import { takeIn } from '../state/merge.ts';
import { forgetOutgoing } from '../state/outgoing.ts';
import { isLive } from '../state/state.ts';
import { makeSocket, type Socket } from '../wire/socket.ts';
import type { Context } from './context.ts';
import type { Sending } from './sending.ts';
import type { Session } from './session.ts';

export type Live = {
  socket: Socket;
  /** Asks for the conversation: what was missed comes in, and a lost connection shows. */
  refresh(): Promise<void>;
  /** Connects or disconnects as the state of things asks for. */
  follow(): void;
};

const typingInMilliseconds = 8000;
const pollInMilliseconds = 8000;

/** Keeps the screen up to date: by socket, and by asking every eight seconds while the panel is open and no socket can be had. */
export function makeLive(context: Context, session: Session, sending: Sending): Live {
  const { keep, store, api } = context;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;

  const socket = makeSocket({
    url: api.address('/live').replace('http', 'ws'),
    token: () => keep.get('token'),
    onFrame,
    onLost: refresh,
  });

  function onFrame(frame: VisitorLiveFrame) {
    if (frame.type === 'ready') void refresh();
    if (frame.type === 'typing') {
      clearTimeout(typingTimer);
      store.set({ typing: frame.typing ? frame.name : null });
      typingTimer = setTimeout(() => store.set({ typing: null }), typingInMilliseconds);
    }
    if (frame.type === 'conversation') store.set(takeIn(store.get(), { conversation: frame.conversation, messages: [] }));
    if (frame.type === 'message') {
      const { message, conversation } = frame;
      if (message.externalId) forgetOutgoing(keep, message.externalId);
      store.set(takeIn(store.get(), { conversation, messages: [message] }));
    }
  }

  async function refresh(): Promise<void> {
    const { visit } = context;
    const { status, value } = await api.conversation();
    if (visit !== context.visit) return;
    if (value) {
      store.set({ link: 'up', ...takeIn(store.get(), value) });
      void sending.drain();
    } else if (status === 401) {
      socket.disconnect();
      await session.renew();
    } else if (!status) {
      store.set({ link: 'lost' });
    }
  }

  function follow() {
    const { open, session: standing } = store.get();
    if (standing === 'ready' && navigator.onLine && (open || isLive(store.get()))) socket.connect();
    else socket.disconnect();
  }

  setInterval(() => {
    const { open, session: standing } = store.get();
    if (open && standing === 'ready' && !socket.isUp()) void refresh();
  }, pollInMilliseconds);
  return { socket, refresh, follow };
}
