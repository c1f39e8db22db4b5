import { updateWorkspace } from '@madoguchi/contract/workspaces.ts';
import { fujiwara, takahashi } from '../../fixtures/agents.ts';
import { as } from '../api.ts';
import { startProduct } from '../product.ts';
import { expect, test } from '../stories.ts';

test.describe('The server is killed', () => {
  test.setTimeout(120_000);

  test('both screens recover by themselves, and everything acknowledged is there once', async ({ customer, desk }) => {
    const product = await startProduct({ likeHome: process.env.MADOGUCHI_E2E_HOME });
    try {
      await as(product, fujiwara).call(updateWorkspace, { body: { undoSendSeconds: 10 } });
      const asked = '窯元の見学について担当者に伺いたいです';
      const shop = await customer({ base: product.base });
      await shop.open();
      await shop.say(asked);
      const { page, openRow, timeline, field, reply, t } = await desk(takahashi, { base: product.base });
      await openRow(asked);
      await shop.say('十月の予定です。');
      await expect(timeline).toContainText('十月の予定です。');
      await reply('見学は月に一度ございます。');
      await expect(timeline).toContainText(/\d+秒後に送信/);

      await product.kill();
      await shop.say('人数は三人です。');
      await expect(shop.log.locator('article').filter({ hasText: '人数は三人です。' })).toContainText(shop.t('late'));
      await expect(page.getByText(t('offline.bar'))).toBeVisible();
      await field.fill('ご希望の日をお知らせください。');
      await product.start();

      await expect(page.getByText(t('offline.bar'))).toBeHidden({ timeout: 40_000 });
      await expect(timeline).toContainText('人数は三人です。', { timeout: 40_000 });
      await expect(shop.notice).toBeHidden();
      await expect(field).toHaveValue('ご希望の日をお知らせください。');
      // The held reply goes out by itself although the server that promised it is gone.
      await expect(shop.log).toContainText('見学は月に一度ございます。');
      await field.press('Control+Enter');
      await expect(shop.log).toContainText('ご希望の日をお知らせください。');

      const said = [asked, '十月の予定です。', '見学は月に一度ございます。', '人数は三人です。', 'ご希望の日をお知らせください。'];
      for (const text of said) {
        await expect(timeline.getByText(text, { exact: true })).toHaveCount(1);
        await expect(shop.log.getByText(text, { exact: true })).toHaveCount(1);
      }
    } finally {
      await product.stop();
    }
  });
});
