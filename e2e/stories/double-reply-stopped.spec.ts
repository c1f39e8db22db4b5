import { suzuki, takahashi } from '../../fixtures/agents.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../stories.ts';

/** Keeps this agent's reply on the wire until the colleague's has been taken: both pressed send at the same moment. */
async function comeSecond({ page }: Desk, colleague: Desk): Promise<void> {
  const taken = colleague.page.waitForResponse((response) => response.url().endsWith('/replies') && response.status() === 201);
  await page.route(
    '**/replies',
    async (route) => {
      await taken;
      await route.continue();
    },
    { times: 1 },
  );
}

test.describe('Two agents, one customer', () => {
  test('they see each other, the second reply is stopped beside the first, edited and sent', async ({ customer, desk }) => {
    const asked = '名入れの湯呑みの納期を担当者に伺いたいです';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);
    const [first, second] = await Promise.all([desk(suzuki), desk(takahashi)]);
    await Promise.all([first.openRow(asked), second.openRow(asked)]);

    await expect(first.conversation.getByRole('list', { name: first.t('viewers.label') })).toContainText(`${takahashi.name}さんが閲覧中`);
    await second.field.pressSequentially('三週間');
    await expect(first.conversation.getByRole('status').filter({ hasText: `${takahashi.name}さんが返信を書いています` })).toBeVisible();

    await comeSecond(second, first);
    await Promise.all([first.reply('名入れは二週間です。'), second.reply('名入れは三週間です。')]);

    const dialog = second.page.getByRole('dialog', { name: '先に返信がありました' });
    await expect(dialog).toContainText('名入れは二週間です。');
    await expect(dialog).toContainText(suzuki.name);
    await expect(dialog).toContainText('名入れは三週間です。');

    await first.sendNow();
    await dialog
      .getByRole('button', { name: second.t('double.edit') })
      .last()
      .click();
    await expect(second.field).toHaveValue('名入れは三週間です。');
    await second.reply('混み合う時期は三週間ほどです。');
    await second.sendNow();
    await expect(shop.log).toContainText('名入れは二週間です。');
    await expect(shop.log).toContainText('混み合う時期は三週間ほどです。');
    await expect(shop.log).not.toContainText('名入れは三週間です。');
  });

  test('who knows better may send anyway', async ({ customer, desk }) => {
    const asked = '木箱だけの追加購入について担当者に伺いたいです';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);
    const [first, second] = await Promise.all([desk(suzuki), desk(takahashi)]);
    await Promise.all([first.openRow(asked), second.openRow(asked)]);

    await comeSecond(second, first);
    await Promise.all([first.reply('木箱だけの販売はございません。'), second.reply('木箱は修理部でお求めいただけます。')]);
    const dialog = second.page.getByRole('dialog', { name: '先に返信がありました' });
    await expect(dialog).toBeVisible();
    await first.sendNow();
    await dialog.getByRole('button', { name: second.t('double.send_anyway') }).click();
    await second.sendNow();
    await expect(shop.log).toContainText('木箱だけの販売はございません。');
    await expect(shop.log).toContainText('木箱は修理部でお求めいただけます。');
    await expect(shop.log.getByText('木箱は修理部でお求めいただけます。')).toHaveCount(1);
  });
});
