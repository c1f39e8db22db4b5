import { isAfter, isFromCompany, writePlace } from '../state/unread.ts';
import type { Context } from './context.ts';

/** Notes, and tells the server, what the customer has before their eyes: panel open, conversation shown, page visible. Returns how to look again. */
export function makeReading({ store, keep, api }: Context): () => void {
  let told = { conversation: 0, seq: 0 };
  let telling = false;

  return async function look(): Promise<void> {
    const { open, view, said, seen, session, conversation } = store.get();
    const last = said.findLast(isFromCompany);
    if (!last || !open || view !== 'conversation' || document.hidden) return;
    if (isAfter(last, seen)) {
      keep.set('seen', writePlace(last));
      store.set({ seen: last });
    }
    if (telling || session !== 'ready' || conversation?.number !== last.conversation || !isAfter(last, told)) return;
    telling = true;
    if ((await api.markSeen(last.seq)).status === 204) told = last;
    telling = false;
  };
}
