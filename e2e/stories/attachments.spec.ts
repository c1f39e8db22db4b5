import { suzuki } from '../../fixtures/agents.ts';
import { pdf, png } from '../files.ts';
import { expect, test } from '../stories.ts';

test.describe('Files', () => {
  test('a picture and a PDF reach the agent, who sees the one and opens the other', async ({ customer, desk }) => {
    const asked = '届いた急須の欠けを見ていただきたく、担当者にお願いします';
    const [picture, letter] = [png('欠けた蓋.png'), pdf('納品書.pdf')];
    const { open, say, panel, log, t } = await customer();
    await open();
    await panel.locator('input[type=file]').setInputFiles([picture, letter]);
    await expect(panel.getByText('欠けた蓋.png')).toBeVisible();
    await expect(panel.getByRole('progressbar')).toHaveCount(0);
    await say(asked);
    await expect(log.getByRole('img', { name: '欠けた蓋.png' })).toHaveJSProperty('naturalWidth', 120);
    await expect(log.getByRole('link', { name: /納品書\.pdf/ })).toBeVisible();
    await expect(log).toContainText(t('sent'));

    const { openRow, timeline, page } = await desk(suzuki);
    await openRow(asked);
    await expect(timeline.getByRole('img', { name: '欠けた蓋.png' })).toHaveJSProperty('naturalWidth', 120);
    const link = timeline.getByRole('link', { name: /納品書\.pdf/ });
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect(decodeURIComponent(answer.headers()['content-disposition'] ?? '')).toContain('納品書.pdf');
    expect(await answer.body()).toEqual(letter.buffer);
  });

  test('an agent sends a picture back', async ({ customer, desk }) => {
    const asked = '色見本の写真を担当者からいただけますか';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);
    const { openRow, composer, reply, sendNow, t } = await desk(suzuki);
    await openRow(asked);
    await composer.locator('input[type=file]').setInputFiles([png('色見本.png', { width: 64 })]);
    await expect(composer.getByRole('button', { name: t('attachment.remove', { name: '色見本.png' }) })).toBeVisible();
    await expect(composer.getByRole('progressbar')).toHaveCount(0);
    await reply('こちらが灰釉の色です。');
    await sendNow();
    await expect(shop.log.getByRole('img', { name: '色見本.png' })).toHaveJSProperty('naturalWidth', 64);
  });
});
