import { nakamura } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';
import { adminWords } from '../words.ts';

const w = adminWords('ja');
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** As Word puts it on the clipboard: an imitated list, styles, and empty paragraphs. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<p class=MsoNormal><b><span style='color:red'>金継ぎ</span></b>を承ります。<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>写真を送る</p>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>見積もりを待つ</p></body></html>`;

test.describe('An article written as it will look', () => {
  test('has words from Word, a table, an image, a callout and a video, and customers see them all', async ({ desk, browsers, product }) => {
    const { page } = await desk(nakamura);
    await page.goto(`${product.base}/desk/knowledge/new`);
    await page.getByRole('textbox', { name: w('field.question'), exact: true }).fill('割れた急須は直せますか');
    const answer = page.getByRole('textbox', { name: w('field.answer'), exact: true });

    await answer.click();
    await answer.evaluate((field, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, FROM_WORD);
    await expect(answer.getByRole('listitem')).toHaveCount(2);

    await answer.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/hyou');
    await expect(page.getByRole('listbox', { name: w('tool.slash_label') })).toBeVisible();
    await page.keyboard.press('Enter');
    for (const cell of ['大きさ', '料金', '小', '3,300円']) {
      await page.keyboard.type(cell);
      await page.keyboard.press('Tab');
    }
    await page
      .getByRole('toolbar', { name: w('table.tools') })
      .getByRole('button', { name: w('table.row_delete') })
      .click();
    await expect(answer.getByRole('row')).toHaveCount(2);

    await answer.press('Control+End');
    await page.getByRole('button', { name: w('tool.image'), exact: true }).click();
    const file = page.locator('input[type=file]');
    await file.setInputFiles([{ name: '写真.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') }]);
    await expect(page.getByRole('alert')).toContainText(w('image.refused_type', { name: '写真.png' }));
    await file.setInputFiles([{ name: '写真.png', mimeType: 'image/png', buffer: PNG }]);
    await page.getByRole('textbox', { name: w('image.alt') }).fill('継いだ急須');
    await page.getByRole('button', { name: w('image.insert') }).click();
    await expect(answer.getByRole('img', { name: '継いだ急須' })).toBeVisible();

    await answer.press('Control+End');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: w('tool.video'), exact: true }).click();
    await page.getByRole('textbox', { name: w('video.address') }).fill('https://videos.example/watch?v=1');
    await page.getByRole('button', { name: w('video.insert') }).click();
    await expect(page.getByText(w('video.not_allowed'))).toBeVisible();
    await page.getByRole('textbox', { name: w('video.address') }).fill('https://youtu.be/dQw4w9WgXcQ');
    await page.getByRole('textbox', { name: w('video.title'), exact: true }).fill('金継ぎのようす');
    await page.getByRole('button', { name: w('video.insert') }).click();

    await answer.press('Control+End');
    await page.keyboard.type('/chuui');
    await page.keyboard.press('Enter');
    await page.keyboard.type('電子レンジでは使えません。');
    await page.getByRole('button', { name: w('article.publish'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('公開中');

    const reader = await (await browsers('ja')).newPage();
    const others: string[] = [];
    reader.on('request', (request) => void (request.url().startsWith(product.base) || others.push(request.url())));
    await reader.goto(product.base + (await page.getByRole('link', { name: w('article.open_help') }).getAttribute('href')));
    const article = reader.getByRole('article');
    await expect(article.getByRole('strong')).toHaveText('金継ぎ');
    await expect(article.getByRole('listitem')).toHaveText(['写真を送る', '見積もりを待つ']);
    await expect(article.getByRole('cell', { name: '3,300円' })).toBeVisible();
    await expect(article.getByRole('img', { name: '継いだ急須' })).toHaveJSProperty('naturalWidth', 1);
    await expect(article.getByRole('blockquote')).toContainText('注意');
    // Nothing is asked of the video's site until a reader wants to see it.
    expect(others).toEqual([]);
    await reader.route('https://www.youtube-nocookie.com/**', (route) => route.fulfill({ contentType: 'text/html', body: 'player' }));
    await article.getByRole('link', { name: '金継ぎのようす' }).click();
    await expect(article.locator('iframe')).toHaveAttribute('src', /^https:\/\/www\.youtube-nocookie\.com\/embed\/dQw4w9WgXcQ/);
  });

  test('keeps every version: what changed is shown, an old one comes back, and that can be undone', async ({ desk }) => {
    const { page } = await desk(nakamura);
    await page.getByRole('link', { name: 'ナレッジ' }).click();
    await page.getByRole('link', { name: w('list.new') }).click();
    const answer = page.getByRole('textbox', { name: w('field.answer'), exact: true });
    await page.getByRole('textbox', { name: w('field.question'), exact: true }).fill('茶会の貸し切りはできますか');
    await answer.fill('月曜に承ります。');
    await page.getByRole('button', { name: w('article.publish'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('公開中');
    await answer.fill('水曜に承ります。');
    await page.getByRole('button', { name: w('article.save_published') }).click();
    await expect(page.getByText(w('article.saved'), { exact: true })).toBeVisible();

    await page.getByRole('button', { name: w('more') }).click();
    await page.getByRole('menuitem', { name: w('history.open') }).click();
    const drawer = page.getByRole('dialog', { name: w('history.title') });
    await expect(drawer.locator('del')).toHaveText('月曜に承ります。');
    await expect(drawer.locator('ins')).toHaveText('水曜に承ります。');
    await drawer.getByRole('button', { name: new RegExp(w('history.version', { version: 1 })) }).click();
    await drawer.getByRole('button', { name: w('history.restore') }).click();
    await expect(answer).toHaveText('月曜に承ります。');
    await page
      .getByRole('alert')
      .getByRole('button', { name: w('undo') })
      .click();
    await expect(answer).toHaveText('水曜に承ります。');
    await expect(page.getByText(w('article.saved'), { exact: true })).toBeVisible();
  });

  test('a draft is saved while its writer pauses, and what the visual editor cannot hold is opened as Markdown, unchanged', async ({
    desk,
  }) => {
    const { page } = await desk(nakamura);
    await page.getByRole('link', { name: 'ナレッジ' }).click();
    await page.getByRole('link', { name: w('list.new') }).click();
    const answer = page.getByRole('textbox', { name: w('field.answer'), exact: true });
    await page.getByRole('textbox', { name: w('field.question'), exact: true }).fill('近道の鍵を教えてください');
    await answer.fill('鍵の一覧です。');
    await page.getByRole('button', { name: w('article.save_draft') }).click();
    await expect(page).toHaveURL(/art_/);
    const written = '<kbd>Ctrl</kbd>を押します。';
    await page.getByText(w('tool.source'), { exact: true }).click();
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
    await answer.fill(written);
    await saved;
    await expect(page.getByText(/^下書きを保存しました \d\d:\d\d$/)).toBeVisible();
    await page.getByText(w('tool.visual'), { exact: true }).click();
    await page.reload();
    await expect(page.getByText(w('tool.source_note'))).toBeVisible();
    await expect(answer).toHaveValue(written);
  });
});
