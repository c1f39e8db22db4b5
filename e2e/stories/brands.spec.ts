import { searchArticles } from '@madoguchi/contract/knowledge.ts';
import { inoue } from '../../fixtures/agents.ts';
import { as } from '../api.ts';
import { png } from '../files.ts';
import { expect, test } from '../stories.ts';
import { adminWords } from '../words.ts';

const words = adminWords('ja');
const question = '急須の洗い方と手入れのしかたを教えてください';

test('a second brand gets its own help center, with an article that only its customers read', async ({ product, browsers, desk }) => {
  const { page } = await desk(inoue);
  await page.goto(`${product.base}/desk/settings/brands`);
  await page.getByRole('button', { name: words('brand.new') }).click();
  const making = page.getByRole('dialog', { name: words('brand.new') });
  await making.getByLabel(words('brand.name'), { exact: true }).fill('Mono Utsuwa');
  await expect(making.getByLabel(words('brand.key'))).toHaveValue('mono-utsuwa');
  await making.getByRole('button', { name: words('brand.create') }).click();
  await expect(page.getByRole('heading', { name: 'Mono Utsuwa' })).toBeVisible();

  await page.locator('input[type=file]').setInputFiles(png('logo.png', { width: 900, height: 180 }));
  await expect(page.getByRole('img', { name: words('brand.logo_alt', { name: 'Mono Utsuwa' }) })).toBeVisible();
  const domain = page.getByLabel(words('brand.domain_field'));
  await domain.fill('no domain');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(words('brand.domain_fault'))).toBeVisible();
  await domain.fill('https://mono.localhost/');
  await page.keyboard.press('Control+s');
  await expect(domain).toHaveValue('mono.localhost');

  const { hits } = await as(product, inoue).call(searchArticles, { query: { q: question, limit: 1 } });
  await page.goto(`${product.base}/desk/knowledge/${hits[0]!.articleId}`);
  await page.getByRole('button', { name: words('life.settings') }).click();
  const settings = page.getByRole('dialog', { name: words('life.settings') });
  await settings.getByText(words('brand.only')).click();
  await settings.getByLabel('Mono Utsuwa').click();
  await expect(settings.getByText(words('brand.of_articles_some'))).toBeVisible();

  const reader = await (await browsers('ja')).newPage();
  const own = product.base.replace('127.0.0.1', 'mono.localhost');
  await reader.goto(own);
  await expect(reader).toHaveURL(`${own}/help`);
  await expect(reader.getByRole('banner').getByRole('img', { name: 'Mono Utsuwa' })).toBeVisible();
  await reader.getByRole('combobox').first().fill('急須の洗い方');
  await reader.keyboard.press('Enter');
  await reader.getByRole('main').getByRole('link', { name: question }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(question);
  const there = new URL(reader.url()).pathname;
  expect((await reader.request.get(`${product.base}${there}`)).status()).toBe(404);

  await settings.getByText(words('brand.all'), { exact: true }).click();
  await expect.poll(async () => (await reader.request.get(`${product.base}${there}`)).status()).toBe(200);
});
