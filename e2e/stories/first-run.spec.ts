import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messengerOn } from '../messenger.ts';
import { type Product, startProduct } from '../product.ts';
import { openSite } from '../site.ts';
import { expect, test as story } from '../stories.ts';
import { adminWords, channelWords } from '../words.ts';

const w = adminWords('ja');
const faq = join(import.meta.dirname, '../../../shared/data/ja-product-faq-rewrites/faq.jsonl');

/** An installation that nobody has used yet. */
const test = story.extend<{ empty: Product }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture uses from this pattern
  empty: async ({}, use) => {
    const product = await startProduct({ env: { MADOGUCHI_DEMO: 'off' } });
    await use(product);
    await product.stop();
  },
});

test.describe('The first day', () => {
  test('an empty installation asks who runs it, and from a real FAQ to an answer on the company’s site is one sitting', async ({
    empty,
    browsers,
  }) => {
    test.skip(!existsSync(faq), `the FAQ to import is not here: ${faq}`);
    const page = await (await browsers('ja')).newPage();
    const main = page.getByRole('main');

    await test.step('the desk leads to the setup, which makes the owner', async () => {
      await page.goto(`${empty.base}/desk`);
      await expect(page).toHaveURL(/\/desk\/setup/);
      await page.getByLabel(w('setup.workspace')).fill('つくる教室');
      await page.getByLabel(w('setup.name')).fill('桜井 真央');
      await page.getByLabel(w('setup.email')).fill('sakurai@tsukuru.example');
      await page.getByLabel(w('setup.password'), { exact: true }).fill('mijikai');
      await page.getByRole('button', { name: w('setup.submit') }).click();
      await expect(page).toHaveURL(/\/desk\/setup/);
      await page.getByLabel(w('setup.password'), { exact: true }).fill('kiiroi-hasami-77');
      await page.getByRole('button', { name: w('setup.submit') }).click();
      await expect(main.getByRole('heading', { name: w('steps.title', { name: 'つくる教室' }) })).toBeVisible();
    });

    await test.step('210 questions are imported', async () => {
      await main.getByRole('link', { name: w('steps.faq_import') }).click();
      await page.locator('input[type=file]').setInputFiles(faq);
      await main.getByRole('button', { name: '210件を取り込む' }).click();
      await expect(main.getByText(w('import.done', { added: 210, changed: 0 }))).toBeVisible({ timeout: 30_000 });
    });

    let tag = '';
    const site = await openSite(() => `<!doctype html><html lang="ja"><title>つくる教室</title><h1>つくる教室</h1>${tag}</html>`);
    try {
      await test.step('the settings give the line for the site and let the site in', async () => {
        await page.goto(`${empty.base}/desk/settings/inboxes`);
        await main
          .getByRole('listitem')
          .getByRole('link')
          .filter({ hasText: channelWords('ja')('channels.chat.name') })
          .click();
        const script = main.getByLabel(w('install.script'), { exact: true });
        await expect(script).toContainText('data-inbox=');
        tag = (await script.textContent()) ?? '';
        const origins = page.getByRole('combobox', { name: w('inbox.origins') });
        await origins.fill(site.origin);
        await origins.press('Enter');
        await page.getByRole('button', { name: new RegExp(`^${w('form.save')}`) }).click();
        await expect(page.getByText(w('form.unsaved'))).toBeHidden();
      });

      await test.step('a visitor of the site is answered from that FAQ', async () => {
        const visitor = await (await browsers('ja')).newPage();
        await visitor.goto(site.origin);
        const { open, say, log, panel } = messengerOn(visitor);
        await open();
        await expect(panel).toContainText('つくる教室');
        await say('Scratchとは何ですか');
        await expect(log.getByRole('heading', { name: 'Scratchとは何ですか？なにをする事ができますか？' })).toBeVisible();
        await expect(log).toContainText('オンラインコミュニティを使うと');
      });
    } finally {
      await site.close();
    }
  });
});
