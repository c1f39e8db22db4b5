import { suzuki } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';

test.describe('Texts that ask, and several things at one stroke', () => {
  test('a canned response is told the day, a macro is looked over and run, and all of it is taken back', async ({ customer, desk }) => {
    const asked = '急須を返品したいので、担当の方とお話しできますか';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);

    const { openRow, page, conversation, timeline, field, t } = await desk(suzuki);
    await openRow(asked);
    await field.pressSequentially('/todoke');
    await page.keyboard.press('Enter');
    const asks = page.getByRole('dialog', { name: 'お届け日のご案内' });
    await asks.getByRole('textbox', { name: 'お届け日' }).fill('11月24日');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(/ご注文の品は11月24日にお届けの予定です。/);
    await field.fill('');

    await field.blur();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: '返品の受付' }).click();
    const run = page.getByRole('dialog', { name: '返品の受付' });
    await expect(run).toContainText('タグ「返品」を付ける');
    await run.getByRole('textbox', { name: '返送の期限' }).fill('月末');
    await page.keyboard.press('Enter');
    await expect(timeline).toContainText('月末までに、お届けした箱のままお送りください。');
    await expect(timeline).toContainText('マクロ「返品の受付」を実行');
    await expect(conversation.getByText('返品', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: t('merge.undo') }).click();
    await expect(timeline).toContainText(t('delivery.withdrawn_by', { name: suzuki.name }));
    await expect(conversation.getByRole('button', { name: t('view.new') })).toBeVisible();
    await expect(shop.log).not.toContainText('月末');
  });
});
