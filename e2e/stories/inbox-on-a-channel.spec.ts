import { inoue } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';
import { adminWords } from '../words.ts';

const words = adminWords('ja');
const password = 'k1kyou-no-hana';

test('an admin opens a mail inbox: what is missing is named, what the server says is told, the password is never shown again', async ({
  product,
  desk,
}) => {
  const name = '卸売のメール';
  const { page } = await desk(inoue);
  await page.goto(`${product.base}/desk/settings/inboxes`);
  await page.getByRole('button', { name: words('inbox.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('ｍａｉｌ メール');
  await dialog.getByRole('button', { name: /^メール/ }).click();
  await dialog.getByLabel(words('inbox.name')).fill(name);
  await dialog.getByRole('button', { name: words('inbox.create') }).click();
  await expect(dialog.getByLabel('メールアドレス')).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByLabel('受信サーバー（IMAP）')).toHaveAttribute('aria-invalid', 'true');

  await dialog.getByLabel('メールアドレス').fill('oroshi@hazuki-saji.example');
  await dialog.getByLabel('パスワード', { exact: false }).first().fill(password);
  await dialog.getByLabel('受信サーバー（IMAP）').fill('imap.hazuki-saji.example');
  await dialog.getByLabel('送信サーバー（SMTP）').fill('smtp.hazuki-saji.example');
  await dialog.getByRole('button', { name: words('inbox.create') }).click();

  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByText(words('channel.check_failed'))).toBeVisible();
  await expect(page.getByText(words('channel.secret_set'))).toBeVisible();
  expect(await page.content()).not.toContain(password);

  await page.goto(`${product.base}/desk/settings/channel-health`);
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(words('health.last_in'));

  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: words('inbox.remove'), exact: true }).click();
  const asking = page.getByRole('dialog', { name: words('inbox.remove_ask', { name }) });
  await asking.getByRole('button', { name: words('inbox.remove'), exact: true }).click();
  await expect(page.getByRole('link', { name: /ウェブチャット/ })).toBeVisible();
  await expect(page.getByRole('link', { name })).toHaveCount(0);
});
