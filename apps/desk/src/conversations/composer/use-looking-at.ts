import { useEffect, useRef, useState } from 'react';
import { sayLookingAt } from '../../live/live-connection.ts';

/** After this long without a key the agent counts as no longer writing. */
const QUIET_MS = 4000;

/** Tells colleagues that this conversation is on screen, and while `wrote` is being called, that a reply is being written. */
export function useLookingAt(conversationId: string): { wrote: () => void; stopped: () => void } {
  const [typing, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const say = () => sayLookingAt(document.visibilityState === 'visible' ? conversationId : null, typing);
    say();
    document.addEventListener('visibilitychange', say);
    return () => document.removeEventListener('visibilitychange', say);
  }, [conversationId, typing]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      sayLookingAt(null, false);
    },
    [],
  );
  const stopped = () => {
    clearTimeout(timer.current);
    setTyping(false);
  };
  const wrote = () => {
    clearTimeout(timer.current);
    setTyping(true);
    timer.current = setTimeout(() => setTyping(false), QUIET_MS);
  };
  return { wrote, stopped };
}
