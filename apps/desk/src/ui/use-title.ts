import { useEffect } from 'react';

/** Names the browser's tab while a place is on screen; null leaves that to somebody else. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = `${title} · Madoguchi`;
  }, [title]);
}
