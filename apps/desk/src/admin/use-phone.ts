import { useMediaQuery } from '@mantine/hooks';

/** Known at the first render already: a page that asked later would first go where only a wide screen goes. */
const atOnce = { getInitialValueInEffect: false };

/** One pane at a time, targets for fingers. */
export const usePhone = (): boolean => useMediaQuery('(width < 768px)', false, atOnce) ?? false;

/** Too narrow for two columns that are worked in. */
export const useNarrow = (): boolean => useMediaQuery('(width < 1000px)', false, atOnce) ?? false;
