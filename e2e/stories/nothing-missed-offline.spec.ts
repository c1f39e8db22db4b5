import { suzuki, takahashi } from '../../fixtures/agents.ts';
import { layLine } from '../line.ts';
import { expect, test } from '../stories.ts';

const numbered = (words: string, count: number) => Array.from({ length: count }, (_, index) => `${words}その${index + 1}`);

test.describe('The connection breaks', () => {
  test('an agent is told so, reads five messages once each when it is back, and what was sent meanwhile goes out once', async ({
    product,
    customer,
    desk,
  }) => {
    const line = await layLine(product.base);
    try {
      const asked = '定期便の中身を毎回変えられるか担当者に伺いたいです';
      const shop = await customer();
      await shop.open();
      await shop.say(asked);
      const { openRow, timeline, page, reply, sendNow, row, goTo, t } = await desk(suzuki, { base: line.base });
      await openRow(asked);
      await expect(timeline).toContainText(asked);

      line.cut();
      const written = numbered('追伸、', 5);
      for (const text of written) {
        await shop.say(text);
        await expect(shop.log.locator('article').filter({ hasText: text })).toContainText(shop.t('sent'));
      }
      await expect(page.getByText(t('offline.bar'))).toBeVisible();
      await expect(timeline).not.toContainText(written[0]!);
      await reply('中身は毎回お選びいただけます。');
      await expect(timeline).toContainText(t('delivery.unsent'));

      line.mend();
      await expect(timeline.getByText(/^追伸、その\d$/)).toHaveText(written);
      await expect(page.getByText(t('offline.bar'))).toBeHidden();
      await sendNow();
      await expect(shop.log).toContainText('中身は毎回お選びいただけます。');
      await expect(shop.log.getByText('中身は毎回お選びいただけます。')).toHaveCount(1);
      await expect(timeline.getByText('中身は毎回お選びいただけます。')).toHaveCount(1);
      await goTo('all');
      await expect(row(asked)).toBeVisible();
    } finally {
      await line.close();
    }
  });

  test('a customer writes three messages without a network, and they go out once, in order, when it is back', async ({
    customer,
    desk,
  }) => {
    const asked = '実店舗での受け取りについて担当者に伺いたいです';
    const { context, open, say, log, notice, t } = await customer();
    await open();
    await say(asked);
    await expect(log).toContainText('担当者におつなぎします。');

    await context.setOffline(true);
    await expect(notice).toContainText(t('offline'));
    const written = numbered('電車の中から、', 3);
    for (const text of written) await say(text);
    await expect(log).toContainText(t('late'));

    await context.setOffline(false);
    await expect(notice).toBeHidden();
    await expect(log).not.toContainText(t('late'));
    const { openRow, timeline } = await desk(takahashi);
    await openRow(asked);
    await expect(timeline.getByText(/^電車の中から、その\d$/)).toHaveText(written);
  });

  test('what a customer wrote while we could not be reached outlives a reload of the page', async ({ customer, desk }) => {
    const asked = '贈りものの熨斗について担当者に伺いたいです';
    const { context, page, open, say, log, notice, t } = await customer();
    await open();
    await say(asked);
    await expect(log).toContainText('担当者におつなぎします。');

    // The shop's own pages and our script come from its cache; nothing of the conversation gets through.
    await context.route('**/api/chat/**', (route) => route.abort('internetdisconnected'));
    const written = numbered('トンネルの中から、', 3);
    for (const text of written) await say(text);
    await expect(log).toContainText(t('late'));
    await page.reload();
    await open();
    await expect(notice).toBeVisible();
    for (const text of written) await expect(log.getByText(text, { exact: true })).toHaveCount(1);

    await context.unroute('**/api/chat/**');
    await expect(log.locator('article').filter({ hasText: written[2]! })).toContainText(t('sent'), { timeout: 30_000 });
    await expect(log).not.toContainText(t('late'));
    const { openRow, timeline } = await desk(takahashi);
    await openRow(asked);
    await expect(timeline.getByText(/^トンネルの中から、その\d$/)).toHaveText(written);
  });
});
