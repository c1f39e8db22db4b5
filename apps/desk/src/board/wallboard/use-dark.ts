import { useLayoutEffect } from 'react';

/** Everything on screen is dark until this is gone, whatever the reader chose for the desk. */
export function useDark(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset.theme;
    dataset.theme = 'dark';
    return () => {
      if (before === undefined) delete dataset.theme;
      else dataset.theme = before;
    };
  }, []);
}
