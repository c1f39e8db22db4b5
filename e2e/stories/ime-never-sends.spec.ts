import { suzuki } from '../../fixtures/agents.ts';
import { startIme } from '../ime.ts';
import { expect, test } from '../stories.ts';

test.describe('Writing Japanese', () => {
  test('in the messenger the Enter that ends a conversion does not send; the next one does', async ({ customer }) => {
    const { open, field, log, page } = await customer();
    await open();
    await field.focus();
    const ime = await startIme(page);
    await ime.compose('たんとうしゃ');
    await ime.enter();
    await ime.compose('担当者');
    await ime.enter();
    await ime.commit('担当者');
    await ime.compose('をおねがいします');
    await ime.enter();
    await ime.commit('をお願いします');
    await expect(field).toHaveValue('担当者をお願いします');

    await page.keyboard.press('Enter');
    await expect(log).toContainText('担当者におつなぎします。');
    const own = log.locator('article.is-customer');
    await expect(own).toHaveCount(1);
    await expect(own).toContainText('担当者をお願いします');
  });

  test('at the desk neither Enter nor Ctrl+Enter sends while composing, Enter alone never does', async ({ customer, desk }) => {
    const asked = '桜皮の茶筒の手入れを担当者に伺いたいです';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);
    const { openRow, field, timeline, page, sendNow } = await desk(suzuki);
    await openRow(asked);
    await field.focus();
    const ime = await startIme(page);
    await ime.compose('かわいたぬので');
    await ime.enter();
    await ime.commit('乾いた布で');
    await page.keyboard.press('Enter');
    await ime.compose('ふいてください');
    await ime.enter();
    await ime.commit('拭いてください。');
    await expect(field).toHaveValue('乾いた布で\n拭いてください。');

    await page.keyboard.press('Control+Enter');
    await sendNow();
    await expect(shop.log.locator('article.is-agent')).toHaveCount(1);
    await expect(shop.log).toContainText(/乾いた布で\s*拭いてください。/);
    await expect(timeline.getByText('拭いてください。')).toHaveCount(1);
  });
});
