import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** This near to the end counts as being there: a line of text that grew must not break the hold. */
const NEAR_PX = 48;

/**
 * Keeps a timeline at its end while the reader is there (new messages, late images, a growing composer), and leaves it alone otherwise.
 * Counts what came below meanwhile. One's own sending always leads to the end.
 */
export function useStickToEnd(lastSeq: number, outgoingCount: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const [seenLast, setSeenLast] = useState(lastSeq);

  const toEnd = () => {
    stuck.current = true;
    setAtEnd(true);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  };

  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (!box || !inner) return;
    const follow = () => {
      if (stuck.current) box.scrollTop = box.scrollHeight;
    };
    let top = box.scrollTop;
    const onScroll = () => {
      const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
      // Only going up lets go: what grew between two scrolls is followed in a moment.
      stuck.current = isNear || (stuck.current && box.scrollTop >= top);
      top = box.scrollTop;
      setAtEnd(stuck.current);
    };
    const sizes = new ResizeObserver(follow);
    sizes.observe(box);
    sizes.observe(inner);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, []);

  useLayoutEffect(() => {
    if (outgoingCount > 0) {
      stuck.current = true;
      scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    }
  }, [outgoingCount]);

  if (atEnd && seenLast !== lastSeq) setSeenLast(lastSeq);
  return { scroller, content, atEnd, missed: Math.max(0, lastSeq - seenLast), toEnd };
}
