import { useEffect } from 'react';
import { markConversationSeen } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { rememberSeen } from '../seen-store.ts';

/** A message counts as seen after it has been on screen this long: one that arrives as the agent presses send has not been. */
const LOOK_MS = 1000;

type Sight = {
  id: string;
  lastSeq: number;
  atEnd: boolean;
  /** Somebody else has the conversation: who only watches is not who the customer is told has read it. */
  watching: boolean;
  sawUpTo: (seq: number) => void;
};

/** While the end of the timeline is on screen and the window is looked at, what is there becomes seen: here, and for the customer's 既読. */
export function useMarkSeen({ id, lastSeq, atEnd, watching, sawUpTo }: Sight): void {
  useEffect(() => {
    if (!atEnd || lastSeq === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      timer = setTimeout(() => {
        sawUpTo(lastSeq);
        rememberSeen(id, lastSeq);
        if (watching) return;
        // Best effort: the next look says it again.
        call(markConversationSeen, { params: { id }, body: { seq: lastSeq } }).catch(() => {});
      }, LOOK_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, lastSeq, atEnd, watching, sawUpTo]);
}
