import { takahashi } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';

test.describe('An agent answers', () => {
  test('from 未対応 without a reload to 対応済, with every turn shown on both screens', async ({ customer, desk }) => {
    const asked = '先週買った灰釉の湯呑みは食洗機で洗えますか。担当者に聞きたいです';
    const { goTo, row, list, openRow, timeline, composer, conversation, field, reply, sendNow, page, t } = await desk(takahashi);
    await expect(list).toBeVisible();

    const shop = await customer();
    await test.step('the conversation comes into 未対応 by itself', async () => {
      await shop.open();
      await shop.say(asked);
      await expect(row(asked)).toBeVisible();
      await openRow(asked);
      await expect(timeline).toContainText(asked);
      await expect(shop.log).toContainText('既読');
    });

    await test.step('she sees the customer write and writes herself', async () => {
      await shop.field.pressSequentially('急ぎません');
      await expect(conversation.getByRole('status').filter({ hasText: t('activity.customer') })).toBeVisible();
      await shop.field.fill('');
      await field.pressSequentially('お問い合わせ');
      await expect(shop.log).toContainText(shop.t('typing', { name: takahashi.name }));
    });

    await test.step('her reply waits for the undo period, counts down and goes out when she says so', async () => {
      await reply('お問い合わせありがとうございます。灰釉の湯呑みは食洗機をお使いいただけます。');
      await expect(timeline).toContainText(/\d+秒後に送信/);
      await expect(shop.log).not.toContainText('食洗機をお使いいただけます');
      await timeline.getByRole('button', { name: '今すぐ送る' }).click();
      await expect(shop.log).toContainText('食洗機をお使いいただけます');
      await expect(shop.panel).toContainText(`${takahashi.name}が対応しています`);
    });

    await test.step('she sees that it was read, and that it is the customer’s turn', async () => {
      await expect(timeline.getByText('既読')).toBeVisible();
      await goTo('waiting');
      await expect(row(asked)).toBeVisible();
      await expect(conversation.getByRole('button', { name: /ステータス/ })).toContainText('お客様の返信待ち');
    });

    await test.step('the customer answers and it is back in 対応中', async () => {
      await shop.say('ありがとうございます。漂白剤も大丈夫でしょうか');
      await expect(row(asked)).toBeHidden();
      await goTo('mine');
      await expect(row(asked)).toContainText('漂白剤も大丈夫でしょうか');
      await expect(conversation.getByRole('button', { name: /ステータス/ })).toContainText('対応中');
    });

    await test.step('she answers, and marks it as done', async () => {
      await reply('酸素系でしたら大丈夫です。');
      await sendNow();
      await expect(shop.log).toContainText('酸素系でしたら大丈夫です。');
      await conversation.getByRole('button', { name: /ステータス/ }).click();
      await page.getByRole('menuitem', { name: /対応済/ }).click();
      await goTo('resolved');
      await expect(row(asked)).toBeVisible();
      await expect(shop.log).toContainText('この問い合わせは対応済です');
      await expect(composer).toBeVisible();
    });
  });
});
