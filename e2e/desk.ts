import type { View } from '@madoguchi/contract/conversations.ts';
import type { Locator, Page } from '@playwright/test';
import type { AgentFixture } from '../fixtures/agents.ts';
import { deskWords } from './words.ts';

/** An agent's screen. */
export type Desk = {
  page: Page;
  agent: AgentFixture;
  t: ReturnType<typeof deskWords>;
  /** The rows of the list in sight. */
  list: Locator;
  /** The row of the conversation with these words in its subject or preview. */
  row: (words: string | RegExp) => Locator;
  goTo: (view: View) => Promise<void>;
  /** Opens a conversation from the list in sight and reads what is there. */
  openRow: (words: string | RegExp) => Promise<void>;
  conversation: Locator;
  /** Everything said and done in the open conversation. */
  timeline: Locator;
  composer: Locator;
  /** What the agent writes in. */
  field: Locator;
  customerPane: Locator;
  /** Writes a reply and sends it as most agents do: Ctrl+Enter. It can still be taken back. */
  reply: (text: string) => Promise<void>;
  /** Ends the undo period of the reply sent last. */
  sendNow: () => Promise<void>;
};

export function deskOn(page: Page, agent: AgentFixture): Desk {
  const t = deskWords(agent.locale);
  const list = page.getByRole('list', { name: t('list.label') });
  const conversation = page.getByRole('article');
  const timeline = conversation.getByRole('log', { name: t('timeline.label') });
  const composer = conversation.getByRole('region', { name: t('composer.reply'), exact: true });
  const field = composer.getByRole('textbox', { name: t('composer.reply'), exact: true });
  const row = (words: string | RegExp) => list.getByRole('link').filter({ hasText: words });
  return {
    page,
    agent,
    t,
    list,
    row,
    goTo: async (view) => {
      const views = page.getByRole('navigation', { name: t('views.label') });
      await views.getByRole('link', { name: new RegExp(`^${escaped(t(`view.${view}`))}`) }).click();
    },
    openRow: async (words) => {
      // What an agent has not had on screen for a moment, a reply is held not to have seen.
      const looked = page.waitForResponse((answer) => answer.url().endsWith('/seen') && answer.ok());
      await Promise.all([looked, row(words).click()]);
    },
    conversation,
    timeline,
    composer,
    field,
    customerPane: page.getByRole('complementary'),
    reply: async (text) => {
      await field.fill(text);
      await field.press('Control+Enter');
    },
    sendNow: () =>
      timeline
        .getByRole('button', { name: t('undo.send_now') })
        .last()
        .click(),
  };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
