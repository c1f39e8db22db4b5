import { client, openIdentityProvider } from '../../apps/server/test/oidc-provider.ts';
import { demoPassword, inoue, takahashi } from '../../fixtures/agents.ts';
import { sessionOf } from '../api.ts';
import { startProduct } from '../product.ts';
import { expect, test } from '../stories.ts';
import { adminWords, deskWords } from '../words.ts';

const admin = adminWords('ja');
const words = deskWords('ja');
const label = '葉月ID';
const personOf = ({ key, email, name }: typeof inoue) => ({ sub: `hazuki-${key}`, email, name, email_verified: true });

test('An admin brings the company account in and requires it; an agent comes in by it alone, signs out of both, and is out when it ends', async ({
  browsers,
}) => {
  const provider = await openIdentityProvider();
  const product = await startProduct({ likeHome: process.env.MADOGUCHI_E2E_HOME, env: { MADOGUCHI_SIGN_IN_HOSTS: provider.host } });
  try {
    const context = await browsers('ja');
    await context.addCookies([sessionOf(product, inoue)]);
    const page = await context.newPage();
    await page.goto(`${product.base}/desk/settings/single-sign-on`);
    const copied = async (name: string) => String(await page.getByRole('region', { name, exact: true }).textContent());
    const save = async () => {
      const saved = page.waitForResponse((answer) => answer.url().endsWith('/api/single-sign-on') && answer.request().method() === 'PUT');
      await page.getByRole('button', { name: `${admin('form.save')} Ctrl+S` }).click();
      expect((await saved).status()).toBe(200);
    };

    await page.getByLabel(admin('single.issuer')).fill(provider.issuer);
    await page.getByLabel(admin('single.client_id')).fill(client.id);
    await page.getByLabel(admin('single.secret'), { exact: true }).fill(client.secret);
    await page.getByLabel(admin('single.label'), { exact: true }).fill(label);
    await page.getByRole('switch', { name: admin('single.use') }).check();
    await page.getByLabel(admin('single.out_provider')).check();
    provider.register({
      redirectUris: [await copied(admin('single.redirect'))],
      signedOutUris: [await copied(admin('single.out_uri'))],
      backChannel: await copied(admin('single.back_channel')),
    });
    provider.as(personOf(inoue));
    await save();
    await page.getByRole('button', { name: admin('single.test_do') }).click();
    await expect(page.getByText(admin('single.test_ok', { name: inoue.name }))).toBeVisible();
    await page.getByRole('switch', { name: admin('single.required') }).check();
    await save();

    provider.as(personOf(takahashi));
    const own = await (await browsers('ja')).newPage();
    const single = own.getByRole('button', { name: words('sign_in.single', { label }) });
    const menu = own.getByRole('button', { name: `${takahashi.name}のメニュー` });
    await own.goto(`${product.base}/desk/`);
    await own.getByLabel(words('sign_in.email')).fill(takahashi.email);
    await own.getByLabel(words('sign_in.password'), { exact: true }).fill(demoPassword);
    await own.keyboard.press('Enter');
    await expect(own.getByRole('alert')).toContainText(words('problem.single_only'));
    await single.click();
    await menu.click();
    await own.getByRole('menuitem', { name: words('avatar.sign_out') }).click();
    await own.getByRole('button', { name: 'Sign out' }).click();
    await expect(own.getByRole('alert')).toContainText(words('sign_in.signed_out_everywhere'));

    // Their account is ended there: the provider says so, and the window closes with nobody touching it.
    await single.click();
    await expect(menu).toBeVisible();
    const token = await provider.logoutToken({ sub: personOf(takahashi).sub });
    const told = { method: 'POST', body: new URLSearchParams({ logout_token: token }) };
    expect((await fetch(await copied(admin('single.back_channel')), told)).status).toBe(200);
    await expect(own.getByText(words('sign_in.ended'))).toBeVisible();
    provider.as({ sub: 'refuses' });
    await own.context().clearCookies();
    await single.click();
    await expect(own.getByRole('alert')).toContainText(words('sign_in.single_denied'));
  } finally {
    await product.stop();
    provider.close();
  }
});
