import { inoue, nakamura } from '../../fixtures/agents.ts';
import { shiftJis } from '../files.ts';
import { expect, test } from '../stories.ts';
import { adminWords } from '../words.ts';

const w = adminWords('ja');

test.describe('The knowledge editor', () => {
  test('writes an article, publishes it, and the bot answers with it at once', async ({ customer, desk }) => {
    const { page } = await desk(nakamura);
    await page.getByRole('link', { name: 'ナレッジ' }).click();
    await page.getByRole('link', { name: w('list.new') }).click();
    await page.getByRole('textbox', { name: '質問', exact: true }).fill('お茶会の出張サービスはありますか');
    await page
      .getByRole('textbox', { name: '回答', exact: true })
      .fill('都内でしたら**十名様から**うかがいます。ひと月前までにお申し込みください。');
    await page.getByRole('button', { name: '公開', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('公開中');

    const { open, say, log } = await customer();
    await open();
    await say('お茶会に出張してもらえるサービスはありますか');
    await expect(log.getByRole('heading', { name: 'お茶会の出張サービスはありますか' })).toBeVisible();
    await expect(log).toContainText('十名様から');
  });

  test('finds what nobody could answer, makes a draft of it with one click and closes the gap', async ({ customer, desk }) => {
    const asked = '水琴窟の設置工事を請け負っていますか';
    const first = await customer();
    await first.open();
    await first.say(asked);
    await expect(first.log).toContainText('お答えできる記事が見つかりませんでした');

    const { page } = await desk(nakamura);
    await page.getByRole('link', { name: 'ナレッジ' }).click();
    await page.getByRole('link', { name: /答えられなかった質問/ }).click();
    const gap = page.getByRole('listitem').filter({ hasText: asked });
    await gap.getByRole('button', { name: w('unanswered.draft') }).click();
    await expect(page.getByRole('textbox', { name: '質問', exact: true })).toHaveValue(asked);
    await page.getByRole('textbox', { name: '回答', exact: true }).fill('水琴窟の工事は承っておりません。庭師をご紹介します。');
    await page.getByRole('button', { name: '公開', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('公開中');
    await page.getByRole('link', { name: w('article.back') }).click();
    await page.getByRole('link', { name: /答えられなかった質問/ }).click();
    await expect(gap).toHaveCount(0);

    const second = await customer();
    await second.open();
    await second.say(asked);
    await expect(second.log).toContainText('庭師をご紹介します。');
  });

  test('teaches the bot a word of the house, which a customer then uses', async ({ customer, desk }) => {
    const { page } = await desk(nakamura);
    await page.getByRole('link', { name: 'ナレッジ' }).click();
    await page.getByRole('link', { name: w('knowledge.tab_synonyms') }).click();
    await expect(page.getByText(w('synonyms.none'))).toBeVisible();
    await page.getByRole('button', { name: w('synonyms.new') }).click();
    const dialog = page.getByRole('dialog', { name: w('synonyms.new') });
    const field = dialog.getByRole('combobox', { name: w('synonyms.words') });
    await field.fill('ハヅキ包み');
    await dialog.getByRole('button', { name: w('synonyms.add') }).click();
    await expect(dialog).toContainText(w('fault.synonym_too_few'));
    await field.fill('ハヅキ包み');
    await field.press('Enter');
    await field.fill('ギフト包装');
    await dialog.getByRole('button', { name: w('synonyms.add') }).click();
    await expect(dialog).toBeHidden();
    const row = page.getByRole('listitem').filter({ hasText: 'ハヅキ包み' });
    await expect(row).toContainText('ギフト包装');

    const { open, say, log } = await customer();
    await open();
    await say('ハヅキ包みはできますか');
    await expect(log.getByRole('heading', { name: 'ギフト包装はできますか' })).toBeVisible();

    await row.getByRole('button', { name: w('synonyms.menu', { word: 'ハヅキ包み' }) }).click();
    await page.getByRole('menuitem', { name: w('synonyms.remove') }).click();
    await expect(row).toHaveCount(0);
    await page
      .getByRole('alert')
      .getByRole('button', { name: w('undo') })
      .click();
    await expect(row).toBeVisible();
  });

  test('imports a Shift_JIS table with a broken line in the middle, which alone is refused', async ({ desk }) => {
    const table = [
      '質問,回答,カテゴリ',
      '茶箱の通年販売はありますか,はい。①大②小の二種がございます。,茶箱',
      '茶箱の寸法を教えてください,"横30cm、\n縦40cmです。",茶箱',
      '"茶箱の壊れた行,とじていない引用符,茶箱',
      '茶箱に名入れはできますか,㈱などの社名も承ります。,茶箱',
    ];
    const { page } = await desk(inoue);
    await page.getByRole('link', { name: 'ナレッジ' }).click();
    await page.getByRole('link', { name: w('knowledge.tab_import') }).click();
    const file = { name: 'よくある質問.csv', mimeType: 'text/csv', buffer: shiftJis(`${table.join('\r\n')}\r\n`) };
    await page.locator('input[type=file]').setInputFiles([file]);

    await expect(page.getByText('Shift_JIS')).toBeVisible();
    const refused = page.getByRole('listitem').filter({ hasText: '茶箱の壊れた行' });
    await expect(refused).toContainText(w('import.line_number', { line: 5 }));
    await expect(refused).toContainText(w('refused.row_broken'));
    const sample = page.getByRole('table');
    await expect(sample.getByRole('row')).toHaveCount(4);
    await expect(sample).toContainText('①大②小の二種がございます。');
    await expect(sample).toContainText('㈱などの社名も承ります。');

    await page.getByRole('button', { name: '3件を取り込む' }).click();
    await expect(page.getByText(w('import.done', { added: 3, changed: 0 }))).toBeVisible();
    await page.getByRole('link', { name: w('import.see_articles') }).click();
    await page.getByRole('searchbox', { name: w('list.search') }).fill('茶箱');
    for (const question of ['茶箱の通年販売はありますか', '茶箱の寸法を教えてください', '茶箱に名入れはできますか'])
      await expect(page.getByRole('link', { name: new RegExp(question) })).toContainText('公開中');
    await expect(page.getByText('茶箱の壊れた行')).toHaveCount(0);
  });
});
