import { suzuki } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';

test.describe('A question that the bot answers', () => {
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
