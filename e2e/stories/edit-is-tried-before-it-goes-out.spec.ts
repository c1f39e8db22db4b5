import { inoue, nakamura } from '../../fixtures/agents.ts';
import { faqJa } from '../../fixtures/faq/ja.ts';
import { expect, test } from '../stories.ts';
import { adminWords } from '../words.ts';

const w = adminWords('ja');
const fee = faqJa.find(({ slug }) => slug === 'delivery-fee')!;

test.describe('What customers found helpful', () => {
  test('is tried again before an edit goes out, and the editor is told what would get worse', async ({ customer, desk }) => {
    const sato = await customer();
    await sato.open();
    await sato.say(fee.question);
    await sato.log.getByRole('button', { name: 'はい、解決しました' }).click();
    await expect(sato.log).toContainText('解決してよかったです');

    const { page } = await desk(nakamura);
    await page.getByRole('link', { name: 'ナレッジ' }).click();
    await expect(async () => {
      await page.getByRole('link', { name: w('knowledge.tab_checked') }).click();
      await expect(page.getByRole('listitem').filter({ hasText: fee.question }).first()).toBeVisible({ timeout: 1000 });
      await expect(page.getByText(w('checked.source_solved')).first()).toBeVisible({ timeout: 1000 });
    }).toPass();
    await page.getByRole('button', { name: w('checked.run') }).click();
    await expect(page.getByRole('region', { name: /を試しました/ })).toContainText(w('checked.wrong'));

    await page.getByRole('link', { name: fee.question }).first().click();
    await expect(page.getByRole('textbox', { name: '質問', exact: true })).toHaveValue(fee.question);
    await page.getByRole('button', { name: w('more') }).click();
    await page.getByRole('menuitem', { name: w('article.take_back') }).click();
    const gate = page.getByRole('dialog', { name: w('gate.title') });
    await expect(gate.getByRole('listitem').filter({ hasText: fee.question })).toContainText(w('gate.worse'));
    await gate.getByRole('button', { name: w('gate.back') }).click();
    await expect(gate).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('公開中');

    const again = await customer();
    await again.open();
    await again.say(fee.question);
    await expect(again.log.getByRole('heading', { name: fee.question })).toBeVisible();
  });

  test('an administrator says how many answers must be right, and sees what that costs', async ({ desk }) => {
    const { page } = await desk(inoue);
    await page.getByRole('link', { name: '設定' }).click();
    await page
      .getByRole('navigation', { name: w('settings.title') })
      .getByRole('link', { name: w('settings.bot'), exact: true })
      .click();
    const careful = page.getByRole('radio', { name: new RegExp(w('bot.careful')) });
    await careful.click();
    await page.getByRole('button', { name: w('form.save') }).click();
    await expect(page.getByRole('button', { name: w('form.save') })).toBeHidden();
    await page.reload();
    await expect(careful).toBeChecked();
  });
});
