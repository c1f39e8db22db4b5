import type { Choice } from '@madoguchi/contract/messages.ts';
import { isOutgoingName, keptOutgoing, pause } from '../state/outgoing.ts';
import { emptyState, type State } from '../state/state.ts';
import { countUnread, isAfter, readPlace } from '../state/unread.ts';
import type { Context } from './context.ts';
import { makeEmailing } from './emailing.ts';
import { makeLive } from './live.ts';
import { makeReading } from './reading.ts';
import { makeSearching } from './searching.ts';
import { makeSending, type Sending } from './sending.ts';
import { makeSession } from './session.ts';
import { makeTyping } from './typing.ts';
import { makeUploading, type Uploading } from './uploading.ts';

/** Everything a customer can do. */
export type Chat = Pick<Sending, 'retry' | 'discard'> & {
  open(): void;
  close(): void;
  /** Changes what is being written; it outlives reloads. */
  write(draft: string): void;
  /** Sends what is written and uploaded. */
  send(): void;
  choose(label: string, choice: Choice): void;
  saveEmail(): Promise<void>;
  search(query: string): void;
  uploads: Uploading;
  /** Tries again to reach the server. */
  reconnect(): void;
  logout(): void;
};

/** Puts the parts together and listens to what happens around the page. */
export function makeChat(context: Context): Chat {
  const { keep, store } = context;
  const session = makeSession(context);
  const sending = makeSending(context, session);
  const live = makeLive(context, session, sending);
  const look = makeReading(context);
  const uploads = makeUploading(context);
  const search = makeSearching(context);
  const typing = makeTyping((is) => live.socket.say({ type: 'typing', typing: is }));
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function start() {
    clearTimeout(timer);
    if (await session.start()) {
      tries = 0;
      void sending.drain();
      if (store.get().open) search(store.get().query);
    } else if (store.get().session === 'unreachable') {
      tries += 1;
      timer = setTimeout(() => store.get().open && start(), pause(tries, Math.random()));
    }
  }

  function wake() {
    const { session: standing } = store.get();
    if (standing === 'unreachable') void start();
    if (standing === 'ready') void live.refresh();
    live.follow();
    live.socket.hurry();
    void look();
  }

  function forget() {
    live.socket.disconnect();
    session.reset();
  }

  function write(draft: string) {
    store.set({ draft });
    keep.set('draft', draft);
  }

  store.set({ outgoing: keptOutgoing(keep), draft: keep.get('draft') ?? '' });
  store.subscribe(live.follow);
  store.subscribe(look);
  addEventListener('online', wake);
  addEventListener('offline', () => store.set({ link: 'lost' }));
  document.addEventListener('visibilitychange', () => document.hidden || wake());
  addEventListener('storage', (event) => {
    const name = event.key === null ? 'token' : keep.nameOf(event.key);
    if (name !== 'token') store.set(fromOtherTab(context, name ?? ''));
    else if (!keep.get('token')) forget();
    else if (store.get().session === 'ready') void live.refresh();
    else void start();
  });
  if (keep.get('token')) void start();

  return {
    open() {
      const { said, seen, view } = store.get();
      store.set({ open: true, view: countUnread(said, seen) ? 'conversation' : view });
      if (session.isFresh()) search(store.get().query);
      else void start();
    },
    close() {
      typing.stopped();
      store.set({ open: false });
    },
    write(draft) {
      write(draft);
      typing.typed();
    },
    send() {
      typing.stopped();
      sending.add({ text: store.get().draft.trim(), attachments: uploads.take(), choice: null });
      write('');
    },
    choose(text, choice) {
      store.set({ view: 'conversation' });
      sending.add({ text, choice, attachments: [] });
    },
    saveEmail: makeEmailing(context),
    search,
    uploads,
    retry: sending.retry,
    discard: sending.discard,
    reconnect: start,
    logout() {
      for (const name of keep.names('')) if (name !== 'color') keep.remove(name);
      forget();
      store.set(emptyState);
    },
  };
}

/** What another tab of the same browser changed. */
function fromOtherTab({ keep, store }: Context, name: string): Partial<State> {
  if (isOutgoingName(name)) return { outgoing: keptOutgoing(keep) };
  const seen = readPlace(keep.get('seen'));
  return isAfter(seen, store.get().seen) ? { seen } : {};
}
