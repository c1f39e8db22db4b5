import { suzuki } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';

test.describe('A reply taken back in time', () => {
  test('its words return to the composer and the customer reads only what was sent after it', async ({ customer, desk }) => {
    const asked = '法人名義の見積書について担当者に相談したいです';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);

    const { openRow, timeline, field, reply, sendNow, t } = await desk(suzuki);
    await openRow(asked);
    await reply('見積書は一万円です');
    await expect(field).toHaveValue('');
    await timeline.getByRole('button', { name: '送信取消' }).click();

    await expect(field).toHaveValue('見積書は一万円です');
    await expect(timeline).toContainText(t('delivery.withdrawn_by', { name: suzuki.name }));

    await reply('見積書は無料でお作りします');
    await sendNow();
    // What comes later has arrived, so what was taken back before it never will.
    await expect(shop.log).toContainText('見積書は無料でお作りします');
    await expect(shop.log).not.toContainText('一万円');

    await shop.page.reload();
    await shop.open();
    await expect(shop.log).toContainText('見積書は無料でお作りします');
    await expect(shop.log).not.toContainText('一万円');
  });
});
