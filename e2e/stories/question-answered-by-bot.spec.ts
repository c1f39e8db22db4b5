import { suzuki } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';

test.describe('A question that the bot answers', () => {
  test('in her own words she asks about wrapping, reads the quoted article and says it is solved', async ({ customer }) => {
    const { open, say, log, panel } = await customer();
    await open();
    await say('ギフト用のラッピングはお願いできますか');

    const quote = log.getByRole('blockquote');
    await expect(quote.getByRole('heading', { name: 'ギフト包装はできますか' })).toBeVisible();
    await expect(quote).toContainText('商品ごとに「ギフト包装」をお選びください。');
    await expect(quote.getByRole('row', { name: /包装紙とリボン/ })).toContainText('330円');
    await expect(quote.getByRole('link', { name: /記事を開く/ })).toHaveAttribute('href', /\/help\/articles\/gift-wrapping$/);

    await log.getByRole('button', { name: 'はい、解決しました' }).click();
    await expect(log).toContainText('解決してよかったです');
    await expect(log).toContainText('この問い合わせは対応済です');
    await expect(panel.getByRole('button', { name: '担当者に相談する' })).toBeVisible();
  });

  test('an agent finds it among 対応済 with what the bot looked for, how sure it was and what else it weighed', async ({
    customer,
    desk,
  }) => {
    const asked = '九州までの送料を知りたいのですが、いくらでしょう';
    const { open, say, log } = await customer();
    await open();
    await say(asked);
    await log.getByRole('button', { name: 'はい、解決しました' }).click();
    await expect(log).toContainText('この問い合わせは対応済です');

    const { page, goTo, openRow, timeline, t } = await desk(suzuki);
    await goTo('resolved');
    await openRow(asked);
    await expect(timeline).toContainText('ボットの回答で解決');
    await expect(timeline.getByRole('link', { name: '送料はいくらですか' })).toBeVisible();

    await timeline
      .getByRole('button', { name: /確信度 \d+%/ })
      .first()
      .click();
    const reason = page.getByRole('dialog');
    await expect(reason).toContainText(asked);
    await expect(reason).toContainText(t('bot.answer'));
    await expect(reason.getByRole('listitem').first()).toContainText('送料はいくらですか');
    expect(await reason.getByRole('listitem').count()).toBeGreaterThan(1);
  });
});
