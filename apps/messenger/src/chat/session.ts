import type { ChatSession } from '@madoguchi/contract/chat.ts';
import { takeIn } from '../state/merge.ts';
import { keptOutgoing, verdictOn } from '../state/outgoing.ts';
import { emptyState } from '../state/state.ts';
import { readPlace } from '../state/unread.ts';
import type { Answer } from '../wire/api.ts';
import { type Context, visitedPage } from './context.ts';
import { subjectOf } from './identity.ts';

export type Session = {
  /** Opens or continues the session; true when it stands. Calls at the same time share one request. */
  start(): Promise<boolean>;
  /** The server no longer accepts the token: begins as a new visitor, keeping what is on its way out. */
  renew(): Promise<boolean>;
  /** Forgets the visitor on this screen; what is kept for other pages is the caller's matter. */
  reset(): void;
  /** Whether what the server told, and who the page says the customer is, is not long ago. */
  isFresh(): boolean;
};

const lastsInMilliseconds = 5 * 60_000;

export function makeSession(context: Context): Session {
  const { keep, store, api, settings } = context;
  let running: Promise<boolean> | null = null;
  let startedAt = 0;
  let startedAs: string | null = null;

  async function run(): Promise<boolean> {
    const visit = context.visit;
    if (store.get().session !== 'ready') store.set({ session: 'starting' });
    const answer = await ask(context.identity());
    if (visit !== context.visit) return false;
    if (answer.value) {
      begin(answer.value);
      return true;
    }
    const refused = verdictOn(answer.status) === 'refused' || answer.status === 401 || answer.code === 'inbox.paused';
    if (refused) console.error(`Madoguchi: session refused (${answer.status} ${answer.code})`);
    store.set({ session: refused ? 'refused' : 'unreachable' });
    return false;
  }

  async function ask(identity: string | null): Promise<Answer<ChatSession>> {
    const token = keep.get('token');
    const answer = await api.startChat({ token, identity, locale: settings.locale, page: visitedPage() });
    if (identity && answer.code.includes('identity')) {
      console.error(`Madoguchi: identity refused (${answer.code})`);
      return ask(null);
    }
    if (answer.status === 401 && token) {
      forgetVisitor();
      return ask(identity);
    }
    return answer;
  }

  function begin(session: ChatSession) {
    const { token, workspace, hours, customer, limits, helpUrl } = session;
    if (keep.get('token') !== token) keep.set('token', token);
    const subject = subjectOf(context.identity());
    if (subject) keep.set('subject', subject);
    keep.set('color', workspace.color);
    startedAt = Date.now();
    startedAs = context.identity();
    store.set({
      session: 'ready',
      link: 'up',
      known: { workspace, hours, customer, limits, helpUrl },
      seen: readPlace(keep.get('seen')),
      ...takeIn(store.get(), session),
    });
  }

  function forgetVisitor() {
    for (const name of ['token', 'subject', 'seen']) keep.remove(name);
    const { conversation, said, seen, typing, email } = emptyState;
    store.set({ session: 'starting', conversation, said, seen, typing, email });
  }

  /** Another customer has signed in on this page: nothing of the one before may be seen or sent. */
  function leaveToSomebodyElse() {
    const [subject, before] = [subjectOf(context.identity()), keep.get('subject')];
    if (!subject || !before || subject === before) return;
    for (const name of keep.names('')) keep.remove(name);
    reset();
  }

  function reset() {
    context.visit += 1;
    running = null;
    startedAt = 0;
    const { open, view } = store.get();
    store.set({ ...emptyState, open, view, outgoing: keptOutgoing(keep) });
  }

  function start(): Promise<boolean> {
    leaveToSomebodyElse();
    if (!running) {
      const mine = run().finally(() => {
        if (running === mine) running = null;
      });
      running = mine;
    }
    return running;
  }

  return {
    start,
    renew() {
      forgetVisitor();
      return start();
    },
    reset,
    isFresh: () => Date.now() - startedAt < lastsInMilliseconds && context.identity() === startedAs,
  };
}
