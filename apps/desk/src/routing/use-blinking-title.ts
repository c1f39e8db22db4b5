import { useEffect } from 'react';

const EVERY_MS = 1500;

/** Shows a mark in the browser's tab every other moment, while the tab is not looked at; null: nothing to say. */
export function useBlinkingTitle(mark: string | null): void {
  useEffect(() => {
    if (mark === null) return;
    let own = document.title;
    const timer = setInterval(() => {
      if (document.title !== mark) own = document.title;
      document.title = document.hidden && document.title !== mark ? mark : own;
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      if (document.title === mark) document.title = own;
    };
  }, [mark]);
}
