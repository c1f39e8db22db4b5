import { inoue } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';
import { adminWords } from '../words.ts';

const words = adminWords('ja');

test.describe('An admin looks after the house', () => {
  test('a colleague joins, signs in, is made a supervisor and leaves: the open window closes at once', async ({
    product,
    browsers,
    desk,
  }) => {
    const name = '小川 修平';
    const email = 'ogawa@hazuki-saji.example';
    const { page } = await desk(inoue);
    await page.goto(`${product.base}/desk/settings/agents`);
    await page.getByRole('button', { name: words('agents.new') }).click();
    const adding = page.getByRole('dialog', { name: words('agents.new') });
    await adding.getByLabel(words('agents.name')).fill(name);
    await adding.getByLabel(words('agents.email')).fill('suzuki@hazuki-saji.example');
    await adding.getByRole('button', { name: words('agents.add') }).click();
    await expect(adding).toContainText(words('fault.email_taken'));
    await adding.getByLabel(words('agents.email')).fill(email);
    const password = await adding.getByLabel(words('agents.first_password')).inputValue();
    await adding.getByRole('button', { name: words('agents.add') }).click();
    const handOver = page.getByRole('dialog', { name: words('hand_over.title', { name }) });
    await expect(handOver).toContainText(password);
    await handOver.getByRole('button', { name: words('hand_over.done') }).click();

    const own = await (await browsers('ja')).newPage();
    await own.goto(`${product.base}/desk/`);
    await own.getByLabel('メールアドレス').fill(email);
    await own.getByLabel('パスワード', { exact: true }).fill(password);
    await own.keyboard.press('Enter');
    await expect(own.getByRole('button', { name: `${name}のメニュー` })).toBeVisible();
    await own.goto(`${product.base}/desk/knowledge`);
    await expect(own.getByRole('link', { name: '記事を書く' })).toHaveCount(0);

    const row = page.getByRole('listitem').filter({ hasText: email });
    await row.getByRole('combobox', { name: words('agents.role_of', { name }) }).click();
    await page.getByRole('option', { name: words('role.supervisor') }).click();
    await expect(page.getByRole('alert')).toContainText(words('agents.told_role', { name, role: words('role.supervisor') }));
    await own.reload();
    await expect(own.getByRole('link', { name: '記事を書く' })).toBeVisible();

    await row.getByRole('button', { name: words('agents.menu', { name }) }).click();
    await page.getByRole('menuitem', { name: words('agents.deactivate') }).click();
    await page
      .getByRole('dialog', { name: words('agents.deactivate_title', { name }) })
      .getByRole('button', { name: words('agents.deactivate') })
      .click();
    await expect(row).toContainText(words('agents.inactive'));
    await expect(own.getByLabel('パスワード', { exact: true })).toBeVisible();
    await own.getByLabel('メールアドレス').fill(email);
    await own.getByLabel('パスワード', { exact: true }).fill(password);
    await own.keyboard.press('Enter');
    await expect(own.getByRole('alert')).toBeVisible();
  });

  test('an inbox is paused and resumed, and its secret is shown only when asked for', async ({ product, customer, desk }) => {
    const { page } = await desk(inoue);
    await page.goto(`${product.base}/desk/settings/inboxes`);
    await page.getByRole('link', { name: /ウェブチャット/ }).click();
    await expect(page.getByText('data-color="#')).toBeVisible();
    const secret = page.getByLabel(words('identity_secret.secret'));
    await expect(secret).toHaveCount(0);
    await page.getByRole('button', { name: words('identity_secret.reveal') }).click();
    await expect(page.getByText(words('identity_secret.keep'))).toBeVisible();

    await page.getByRole('button', { name: words('inbox.pause') }).click();
    await expect(page.getByRole('button', { name: words('inbox.resume') })).toBeVisible();
    try {
      const shop = await customer();
      await shop.launcher.click();
      await expect(shop.panel).toContainText(shop.t('refused'));
    } finally {
      await page.getByRole('button', { name: words('inbox.resume') }).click();
      await expect(page.getByRole('button', { name: words('inbox.pause') })).toBeVisible();
    }
    const again = await customer();
    await again.open();
    await again.say('受付は再開していますか');
    await expect(again.log.locator('article.is-customer')).toHaveCount(1);
  });
});
