import type { BrowserContext, Locator, Page } from '@playwright/test';
import { messengerWords } from './words.ts';

export type Lang = 'ja' | 'en';

/** A customer with the messenger before them. */
export type Messenger = {
  page: Page;
  context: BrowserContext;
  t: ReturnType<typeof messengerWords>;
  launcher: Locator;
  panel: Locator;
  /** Everything said, newest below. */
  log: Locator;
  field: Locator;
  /** The bar that tells of trouble. */
  notice: Locator;
  /** Opens the panel and the conversation. */
  open: () => Promise<void>;
  say: (text: string) => Promise<void>;
  /** The way to a person. */
  askForPerson: () => Promise<void>;
};

/** The messenger of a page that has it, once it is loaded. */
export function messengerOn(page: Page, lang: Lang = 'ja'): Messenger {
  const t = messengerWords(lang);
  const host = page.locator('madoguchi-messenger');
  const panel = host.getByRole('dialog');
  const launcher = host.locator('button[aria-expanded].launcher');
  const field = panel.getByRole('textbox', { name: t('write') });
  return {
    page,
    context: page.context(),
    t,
    launcher,
    panel,
    log: panel.getByRole('log'),
    field,
    notice: panel.locator('.notice'),
    open: async () => {
      await launcher.click();
      // The greeting moves what is below it when it comes; without a server it never does.
      await panel
        .locator('h1')
        .waitFor({ timeout: 5000 })
        .catch(() => {});
      await panel
        .getByRole('button', { name: new RegExp(`^(${[t('home_write'), t('home_continue'), t('home_last')].join('|')})`) })
        .click();
    },
    say: async (text) => {
      await field.fill(text);
      await panel.getByRole('button', { name: t('send'), exact: true }).click();
    },
    askForPerson: () =>
      panel
        .locator('footer')
        .getByRole('button', { name: t('person') })
        .click(),
  };
}
