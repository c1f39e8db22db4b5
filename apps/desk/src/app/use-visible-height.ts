import { useEffect } from 'react';

/**
 * Keeps `--visible-height` at what a phone's keyboard leaves free, so that the composer stays above it. iOS shrinks only the visual
 * viewport and scrolls the page under it; browsers that resize the page itself report the same height here.
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const follow = () => {
      // A pinch also changes the viewport; only an unzoomed one tells about the keyboard.
      if (viewport.scale > 1.01) return;
      document.documentElement.style.setProperty('--visible-height', `${viewport.height}px`);
      if (viewport.offsetTop > 0) window.scrollTo(0, 0);
    };
    follow();
    viewport.addEventListener('resize', follow);
    viewport.addEventListener('scroll', follow);
    return () => {
      viewport.removeEventListener('resize', follow);
      viewport.removeEventListener('scroll', follow);
    };
  }, []);
}
