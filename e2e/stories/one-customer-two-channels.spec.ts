import { checkInbox, createInbox } from '@madoguchi/contract/channels.ts';
import { lineSimulator } from '../../apps/server/test/simulators/line.ts';
import { inoue, takahashi } from '../../fixtures/agents.ts';
import { as } from '../api.ts';
import { startProduct } from '../product.ts';
import { expect, test } from '../stories.ts';

test('a customer leaves the chat for LINE by a link that the agent gives: one conversation, and each message shows its channel', async ({
  customer,
  desk,
}) => {
  const line = await lineSimulator();
  const channelOrigins = Object.entries(line.origins).map((pair) => pair.join('='));
  const product = await startProduct({
    likeHome: process.env.MADOGUCHI_E2E_HOME,
    env: { MADOGUCHI_CHANNEL_ORIGINS: channelOrigins.join(',') },
  });
  try {
    const admin = as(product, inoue);
    const settings = { channelSecret: line.world.channelSecret, channelAccessToken: line.world.accessToken };
    const inbox = await admin.call(createInbox, { body: { name: '葉月と匙 公式', channel: 'line', settings } });
    await admin.call(checkInbox, { params: { id: inbox.id } });
    const posts = async (...events: Parameters<typeof line.webhook>[0]) => {
      const { body, headers } = line.webhook(events);
      expect((await fetch(`${product.base}/api/hooks/${inbox.key}`, { method: 'POST', body, headers })).status).toBe(200);
    };

    const asked = '急須のふたが合わないので担当者に見てもらいたいです';
    const shop = await customer({ base: product.base });
    await shop.open();
    await shop.say(asked);
    const { page, openRow, timeline, composer, field, customerPane, sendNow, t } = await desk(takahashi, { base: product.base });
    await openRow(asked);

    await composer.getByRole('button', { name: t('continue.title') }).click();
    await page.getByRole('menuitem', { name: /LINE/ }).click();
    await expect(field).toHaveValue(/続きはLINEでもお話しできます/);
    await field.press('Control+Enter');
    await sendNow();
    const link = await shop.log.getByRole('link', { name: /line\.me/ }).getAttribute('href');

    const sato = line.person('佐藤 美咲');
    await posts(line.text(sato, decodeURIComponent(new URL(link!).search.slice(1))));
    await expect(timeline).toContainText(t('fact.line_added', { channel: 'LINE' }));
    await posts(line.text(sato, '写真をここから送ります'));
    const moved = timeline.locator('[data-author=customer]').filter({ hasText: '写真をここから送ります' });
    await expect(moved.getByTitle('LINE')).toBeVisible();
    await expect(timeline).toContainText(asked);
    await expect(customerPane).toContainText('LINE');

    await field.fill('お待ちしております');
    await field.press('Control+Enter');
    await sendNow();
    await expect.poll(() => JSON.stringify(line.world.said)).toContain('お待ちしております');
    expect(line.faults).toEqual([]);
  } finally {
    await product.stop();
    await line.stop();
  }
});
