import { type RefCallback, useCallback, useEffect, useRef } from 'react';

/** Calls `reached` shortly before the element comes into sight: the next page of a list is there before its end is. */
export function useEndReached(reached: () => void): RefCallback<HTMLElement> {
  const latest = useRef(reached);
  useEffect(() => {
    latest.current = reached;
  });
  return useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), { rootMargin: '600px' });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
}
