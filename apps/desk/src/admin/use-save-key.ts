import { useHotkeys } from '@mantine/hooks';

/** ⌘S or Ctrl+S saves, wherever the caret stands. */
export function useSaveKey(save: () => void, enabled = true): void {
  useHotkeys([['mod+S', () => enabled && save(), { preventDefault: true }]], [], true);
}

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A chord as it is printed on this machine's keyboard. */
export const chord = (key: string): string => (apple ? `⌘${key}` : `Ctrl+${key}`);
