import { suzuki, takahashi } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';

test.describe('A colleague is asked in a note', () => {
  test('she is found by how her name sounds, told at the bell, and has read it once the conversation is open', async ({
    customer,
    desk,
  }) => {
    const asked = '納品書の宛名を変えられるか担当者に相談したいです';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);

    const hers = await desk(takahashi);
    const bell = hers.page.getByRole('navigation', { name: hers.t('rail.label') }).getByRole('button', { name: /通知/ });
    await expect(bell).toHaveAccessibleName(hers.t('bell.label'));

    const his = await desk(suzuki);
    await his.openRow(asked);
    await his.page.getByRole('tab', { name: his.t('composer.note') }).click();
    const note = his.page.getByRole('textbox', { name: his.t('composer.note') });
    await note.pressSequentially('規定を教えてください @たか');
    await expect(his.page.getByRole('option', { name: takahashi.name })).toBeVisible();
    await note.press('Enter');
    await note.press('Control+Enter');
    await expect(his.timeline).toContainText(`@${takahashi.name}`);

    await expect(bell).toHaveAccessibleName(hers.t('bell.unread', { count: 1 }), { timeout: 20_000 });
    await bell.click();
    const panel = hers.page.getByRole('dialog', { name: hers.t('bell.label') });
    await panel.getByRole('link', { name: hers.t('told.mentioned', { name: suzuki.name }) }).click();
    await expect(hers.timeline).toContainText(`@${takahashi.name}`);
    await expect(bell).toHaveAccessibleName(hers.t('bell.label'));
    await hers.goTo('following');
    await expect(hers.row(asked)).toBeVisible();
  });
});
