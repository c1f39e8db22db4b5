import type { Page } from '@playwright/test';

/** What a Japanese input method does to the field that has the focus. */
export type Ime = {
  /** Underlined letters that are not yet words. */
  compose: (text: string) => Promise<void>;
  /** The Enter that ends the conversion: browsers report it as key 229, in the middle of composing. */
  enter: () => Promise<void>;
  commit: (text: string) => Promise<void>;
};

export async function startIme(page: Page): Promise<Ime> {
  const session = await page.context().newCDPSession(page);
  const press = (type: 'rawKeyDown' | 'keyUp', modifiers: number) =>
    session.send('Input.dispatchKeyEvent', { type, key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229, modifiers });
  return {
    compose: async (text) => {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    },
    enter: async () => {
      // Chromium says 'Process'; Safari and some systems say 'Enter', with and without Ctrl held.
      await press('rawKeyDown', 0);
      await press('keyUp', 0);
      for (const modifiers of [0, 2]) {
        await session.send('Input.dispatchKeyEvent', {
          type: 'rawKeyDown',
          key: 'Enter',
          code: 'Enter',
          windowsVirtualKeyCode: 229,
          modifiers,
        });
        await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, modifiers });
      }
    },
    commit: async (text) => {
      await session.send('Input.insertText', { text });
    },
  };
}
