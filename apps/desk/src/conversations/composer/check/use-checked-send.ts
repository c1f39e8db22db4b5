import type { CheckFinding } from '@madoguchi/contract/reply-checks.ts';
import { useRef, useState } from 'react';
import type { SendLater } from '../../later/send-later-items.tsx';

type Then = 'waiting' | 'resolved';
type Wish = { deliver: (then: Then, later?: SendLater) => void; ready: boolean; check: { warnings: () => Promise<CheckFinding[]> } };

/** Sends what nothing speaks against, and asks first about the rest. */
export function useCheckedSend({ deliver, ready, check }: Wish) {
  const [asked, setAsked] = useState<{ warnings: CheckFinding[]; then: Then; later: SendLater | undefined } | null>(null);
  // What is sent is the draft as it is when the check is back; a second press meanwhile is the same wish.
  const looking = useRef(false);
  const latest = useRef(deliver);
  latest.current = deliver;
  const send = async (then: Then, later?: SendLater) => {
    if (!ready || looking.current) return;
    looking.current = true;
    try {
      const warnings = await check.warnings();
      if (warnings.length > 0) setAsked({ warnings, then, later });
      else latest.current(then, later);
    } finally {
      looking.current = false;
    }
  };
  return {
    send: (then: Then, later?: SendLater) => void send(then, later),
    asked,
    edit: () => setAsked(null),
    sendAnyway: () => {
      setAsked(null);
      if (asked) latest.current(asked.then, asked.later);
    },
  };
}
