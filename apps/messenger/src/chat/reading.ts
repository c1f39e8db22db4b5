import type { Said } from '../state/state.ts';
import { isAfter, isFromCompany, writePlace } from '../state/unread.ts';
import type { Context } from './context.ts';

/** Notes, and tells the server, what the customer has before their eyes: panel open, conversation shown, page visible. Returns how to look again. */
export function makeReading({ store, keep, api }: Context): () => void {
  let told: Said | undefined;

  return async function look(): Promise<void> {
    const { open, view, said, seen, session, link, conversation } = store.get();
    const last = said.findLast(isFromCompany);
    if (!last || !open || view !== 'conversation' || document.hidden) return;
    if (isAfter(last, seen)) {
      keep.set('seen', writePlace(last));
      store.set({ seen: last });
    }
    if (last.id === told?.id || session !== 'ready' || link === 'lost' || conversation?.number !== last.conversation) return;
    const before = told;
    told = last;
    if ((await api.markSeen(last.seq)).status) return;
    told = before;
    store.set({ link: 'lost' });
  };
}
