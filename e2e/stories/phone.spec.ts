import type { Page } from '@playwright/test';
import { takahashi } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';

/** Nothing may stick out at the side: not the page, not the panel in it. */
async function expectNoSideways(page: Page): Promise<void> {
  const widths = await page.evaluate(() => {
    const panel = document.querySelector('madoguchi-messenger')?.shadowRoot?.querySelector('dialog[open]');
    return [document.documentElement.scrollWidth, panel?.scrollWidth ?? 0];
  });
  expect(Math.max(...widths)).toBeLessThanOrEqual(390);
}

test.describe('On a phone', () => {
  test('customer and agent do the whole main job, one pane at a time', async ({ customer, desk }) => {
    const asked = '急須の茶こしが外れてしまいました';
    const shop = await customer({ phone: true });
    await test.step('the customer’s panel fills the screen', async () => {
      await shop.open();
      expect(await shop.panel.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390 });
      await shop.say(asked);
      await expect(shop.log.locator('article.is-bot')).toHaveCount(1);
      await expectNoSideways(shop.page);
      await shop.askForPerson();
      await expect(shop.log).toContainText('担当者におつなぎします。');
    });

    const { page, row, openRow, list, timeline, conversation, reply, sendNow, t } = await desk(takahashi, { phone: true });
    await test.step('the agent sees the list, then the conversation alone', async () => {
      await expect(list).toBeVisible();
      await expectNoSideways(page);
      await openRow(asked);
      await expect(timeline).toContainText(asked);
      await expect(list).toBeHidden();
      await expectNoSideways(page);
    });

    await test.step('who asks is one touch away and closes again', async () => {
      await conversation.getByRole('button', { name: t('customer_pane.toggle') }).click();
      const drawer = page.getByRole('dialog', { name: t('customer_pane.title') });
      await expect(drawer).toContainText(t('customer_pane.past'));
      await drawer.getByRole('button', { name: t('action.close') }).click();
      await expect(drawer).toBeHidden();
    });

    await test.step('the reply reaches the customer', async () => {
      await reply('茶こしだけをお送りできます。');
      await sendNow();
      await expect(shop.log).toContainText('茶こしだけをお送りできます。');
      await expectNoSideways(page);
      await expectNoSideways(shop.page);
    });

    await test.step('back leads to the list, and the panel closes to the shop', async () => {
      await conversation.getByRole('link', { name: t('header.back') }).click();
      await expect(list).toBeVisible();
      await expect(conversation).toBeHidden();
      await expect(row(asked)).toHaveCount(0);
      await shop.panel.getByRole('button', { name: shop.t('back') }).click();
      await expect(shop.panel).toContainText('茶こしだけをお送りできます。');
      await shop.panel.getByRole('button', { name: shop.t('close') }).click();
      await expect(shop.panel).toBeHidden();
      await expect(shop.launcher).toBeVisible();
    });
  });
});
