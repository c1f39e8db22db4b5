import { takeIn } from '../state/merge.ts';
import { forgetOutgoing, keepOutgoing, type Outgoing, pause, verdictOn } from '../state/outgoing.ts';
import { type Context, visitedPage } from './context.ts';
import { newId } from './identity.ts';
import type { Session } from './session.ts';

export type Sending = {
  /** Puts a message on its way: shown and kept at once, sent when it can be. */
  add(message: Pick<Outgoing, 'text' | 'choice' | 'attachments'>): void;
  /** Sends what waits, in order, one at a time. */
  drain(): Promise<void>;
  /** Tries at once, also what the server refused before. */
  retry(externalId: string): void;
  discard(externalId: string): void;
};

const slowDownInSeconds = 15;

export function makeSending(context: Context, session: Session): Sending {
  const { keep, store, api, settings } = context;
  let busy = false;
  let tries = 0;
  let lastAt = 0;
  /** Until then the server wants to be left alone, in milliseconds since 1970. */
  let quietUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function change(externalId: string, state: Outgoing['state']) {
    const outgoing = store.get().outgoing.map((item) => (item.externalId === externalId ? { ...item, state } : item));
    for (const item of outgoing) if (item.externalId === externalId) keepOutgoing(keep, item);
    store.set({ outgoing });
  }

  function drop(externalId: string) {
    forgetOutgoing(keep, externalId);
    store.set({ outgoing: store.get().outgoing.filter((item) => item.externalId !== externalId) });
  }

  function later(milliseconds: number) {
    clearTimeout(timer);
    timer = setTimeout(drain, milliseconds);
  }

  function tryAgain() {
    tries += 1;
    for (const { externalId, state } of store.get().outgoing) if (state === 'sending') change(externalId, 'late');
    later(pause(tries, Math.random()));
  }

  /** One try; true when the next message may follow. */
  async function pass(item: Outgoing, mayRenew: boolean): Promise<boolean> {
    const visit = context.visit;
    const { externalId, text, choice, attachments, locale } = item;
    const answer = await api.send({
      externalId,
      text,
      choice,
      locale,
      attachmentIds: attachments.map((one) => one.id),
      page: visitedPage(),
    });
    if (visit !== context.visit) return false;
    const verdict = verdictOn(answer.status);
    if (verdict !== 'slow_down' && store.get().slowedDown) store.set({ slowedDown: false });
    if (answer.value) {
      tries = 0;
      const { message, conversation } = answer.value;
      forgetOutgoing(keep, externalId);
      const next = takeIn(store.get(), { conversation, messages: [message] });
      store.set({ ...next, link: 'up', outgoing: next.outgoing?.filter((one) => one.externalId !== externalId) });
      return true;
    }
    if (verdict === 'renew' && mayRenew) return (await session.renew()) && pass(item, false);
    if (verdict === 'refused') {
      change(externalId, 'failed');
      return true;
    }
    if (verdict === 'slow_down') {
      store.set({ slowedDown: true });
      const quiet = (answer.retryAfterInSeconds || slowDownInSeconds) * 1000;
      quietUntil = Date.now() + quiet;
      later(quiet);
      return false;
    }
    if (answer.status === 0) store.set({ link: 'lost' });
    tryAgain();
    return false;
  }

  async function drain(): Promise<void> {
    if (busy || Date.now() < quietUntil) return;
    busy = true;
    clearTimeout(timer);
    try {
      for (;;) {
        const item = store.get().outgoing.find((one) => one.state !== 'failed');
        if (!item) return;
        if (!keep.get('token') && !(await session.start())) {
          if (store.get().session === 'unreachable') tryAgain();
          return;
        }
        if (!(await pass(item, true))) return;
      }
    } finally {
      busy = false;
    }
  }

  return {
    add({ text, choice, attachments }) {
      // Strictly rising, so that the order survives a reload.
      lastAt = Math.max(Date.now(), lastAt + 1);
      const clean = text.toWellFormed().replaceAll('\0', '');
      const item: Outgoing = {
        externalId: newId(),
        text: clean,
        choice,
        attachments,
        locale: settings.locale,
        at: new Date(lastAt).toISOString(),
        state: 'sending',
      };
      keepOutgoing(keep, item);
      store.set({ outgoing: [...store.get().outgoing, item] });
      void drain();
    },
    drain,
    retry(externalId) {
      tries = 0;
      change(externalId, 'sending');
      void drain();
    },
    discard: drop,
  };
}
