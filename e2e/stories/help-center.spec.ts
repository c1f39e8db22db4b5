import { messengerOn } from '../messenger.ts';
import { expect, test } from '../stories.ts';
import { portalWords } from '../words.ts';

const w = portalWords('ja');

test.describe('The help center', () => {
  test('a customer searches, reads, says that it helped, and is one click from the chat', async ({ product, browsers }) => {
    const page = await (await browsers('ja')).newPage();
    await page.goto(`${product.base}/demo`);
    await page.getByRole('navigation').getByRole('link', { name: 'ヘルプセンター' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('どのようなことでお困りですか?');

    const search = page.getByRole('searchbox').or(page.getByRole('combobox')).first();
    await search.fill('送料');
    await search.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('送料');
    await page.getByRole('main').getByRole('link', { name: '送料はいくらですか' }).click();

    const article = page.getByRole('article');
    await expect(article.getByRole('heading', { level: 1 })).toHaveText('送料はいくらですか');
    await expect(article).toContainText('5,500円（税込）以上で送料無料');
    await expect(article.getByRole('row', { name: /沖縄県/ })).toContainText('1,540円');
    await page.getByRole('button', { name: w('feedback.yes'), exact: true }).click();
    await expect(page.getByText(w('feedback.thanks_yes'))).toBeVisible();

    await page.getByRole('button', { name: w('ways.chat') }).click();
    const { panel, launcher } = messengerOn(page);
    await expect(panel).toBeVisible();
    await expect(launcher).toBeVisible();
  });

  test('what is typed becomes a question before it is a word, and the keyboard opens it', async ({ product, browsers }) => {
    const page = await (await browsers('ja')).newPage();
    await page.goto(`${product.base}/help`);
    const search = page.getByRole('combobox').first();
    await search.pressSequentially('そうr');
    const fee = page.getByRole('option', { name: '送料はいくらですか' });
    await expect(fee).toBeVisible();
    await expect(search).toHaveAttribute('aria-expanded', 'true');
    await search.press('Escape');
    await expect(fee).toBeHidden();
    await search.press('ArrowDown');
    await expect(fee).toHaveAttribute('aria-selected', 'true');
    await search.press('Escape');
    // The second one before the list is there.
    for (const key of ['ArrowDown', 'ArrowDown']) await search.press(key);
    await expect(fee).toHaveAttribute('aria-selected', 'true');
    await search.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('送料はいくらですか');
  });

  test('the FAQ unfolds without a script, and keeps its page in the other language', async ({ product, browsers }) => {
    const page = await (await browsers('ja', { noScript: true })).newPage();
    await page.goto(`${product.base}/help`);
    await page.getByRole('link', { name: w('home.all_faq') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(w('faq.title'));
    const first = page.locator('details').first();
    await expect(first.getByRole('link')).toBeHidden();
    await first.locator('summary').click();
    await expect(first.getByRole('link')).toBeVisible();
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(portalWords('en')('faq.title'));
  });

  test('two letters are enough to search, and what is not there leads to a person', async ({ product, browsers }) => {
    const page = await (await browsers('ja')).newPage();
    await page.goto(`${product.base}/help/search?q=${encodeURIComponent('返品')}`);
    await expect(page.getByRole('main').getByRole('link', { name: '返品はできますか' })).toBeVisible();
    await page.goto(`${product.base}/help/search?q=${encodeURIComponent('xyzzy')}`);
    await expect(page.getByText(w('search.none', { q: 'xyzzy' }))).toBeVisible();
    await page
      .getByRole('main')
      .getByRole('link', { name: w('ways.form') })
      .click();
    await expect(page).toHaveURL(/\/help\/contact/);
  });

  test('in English, and without any script', async ({ product, browsers }) => {
    const page = await (await browsers('en', { noScript: true })).newPage();
    await page.goto(`${product.base}/help/en`);
    const t = portalWords('en');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'));
    const search = page.getByRole('searchbox').or(page.getByRole('combobox')).first();
    await search.fill('broken');
    await search.press('Enter');
    await page.getByRole('main').getByRole('link', { name: 'Something arrived broken' }).click();
    await expect(page.getByRole('article')).toContainText('within 14 days');
    await page.getByRole('button', { name: t('feedback.no'), exact: true }).click();
    await expect(page.getByText(t('feedback.thanks_no'))).toBeVisible();
  });
});
