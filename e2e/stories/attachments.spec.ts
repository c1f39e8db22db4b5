import { suzuki } from '../../fixtures/agents.ts';
import { disguisedProgram, hugePicture, pdf, png } from '../files.ts';
import { expect, test } from '../stories.ts';

const LIMIT = 10 * 1024 * 1024;

test.describe('Files', () => {
  test('a picture and a PDF reach the agent, who sees the one and opens the other', async ({ customer, desk }) => {
    const asked = '届いた急須の欠けを見ていただきたく、担当者にお願いします';
    const [picture, letter] = [png('欠けた蓋.png'), pdf('納品書.pdf')];
    const { open, say, panel, log, t } = await customer();
    await open();
    await expect(panel.getByRole('button', { name: /^ファイルを添付/ })).toBeVisible();
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

  test('a program that calls itself a picture is refused in clear words, and so is what is too large', async ({ customer }) => {
    const { open, say, panel, log, t } = await customer();
    await open();
    const field = panel.locator('input[type=file]');
    const tray = panel.locator('.tray');
    const types = '画像・PDF';

    await expect(panel.getByRole('button', { name: /^ファイルを添付/ })).toBeVisible();
    await field.setInputFiles([disguisedProgram('請求書.png')]);
    await expect(tray).toContainText(t('file_type', { name: '請求書.png', types }));

    await field.setInputFiles(hugePicture(test.info().outputPath('files'), '大きな写真.png', LIMIT));
    await expect(tray).toContainText(t('file_size', { name: '大きな写真.png', size: '10 MB' }));

    // The conversation is not held up by any of it.
    await say('ファイルなしで送ります');
    await expect(log.locator('article.is-customer')).toHaveCount(1);
    await expect(log).not.toContainText('請求書.png');
  });

  test('an agent is told the same', async ({ customer, desk }) => {
    const asked = '添付の確認を担当者にお願いしたいです';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);
    const { openRow, composer, t } = await desk(suzuki);
    await openRow(asked);
    const field = composer.locator('input[type=file]');
    await field.setInputFiles([disguisedProgram('見積書.png')]);
    await expect(composer).toContainText(t('problem.type_refused'));
    await field.setInputFiles(hugePicture(test.info().outputPath('files'), '原寸.png', LIMIT));
    await expect(composer).toContainText(t('problem.too_large'));
  });
});
