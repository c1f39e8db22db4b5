import { demoPassword, suzuki } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';
import { adminWords, deskWords } from '../words.ts';

const admin = adminWords('ja');
const words = deskWords('ja');

test('An agent sets up a passkey, and from then on comes in by it alone; the password goes on to work', async ({ product, desk }) => {
  // A passkey belongs to a name, never to an IP address.
  const base = product.base.replace('127.0.0.1', 'localhost');
  const { page } = await desk(suzuki, { base });
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable', { enableUI: false });
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', { options });

  await page.goto(`${base}/desk/settings/account`);
  await page.getByRole('button', { name: admin('passkeys.add') }).click();
  const adding = page.getByRole('dialog', { name: admin('passkeys.add') });
  await adding.getByLabel(admin('passkeys.name')).fill('受付のノート');
  await adding.getByLabel(admin('account.password_current'), { exact: true }).fill(demoPassword);
  await adding.getByRole('button', { name: admin('two_factor.next') }).click();
  const row = page.getByRole('listitem').filter({ hasText: '受付のノート' });
  await expect(row).toContainText(admin('passkeys.never'));

  // The sign-in page asks by itself (conditional UI), and this device answers at once: nothing is typed and nothing is pressed.
  await page.context().clearCookies();
  await page.goto(`${base}/desk/sign-in`, { waitUntil: 'commit' });
  await expect(page.getByRole('button', { name: `${suzuki.name}のメニュー` })).toBeVisible();
  await page.goto(`${base}/desk/settings/account`);
  await expect(row).not.toContainText(admin('passkeys.never'));

  await row.getByRole('button', { name: admin('passkeys.menu', { name: '受付のノート' }) }).click();
  await page.getByRole('menuitem', { name: admin('passkeys.remove') }).click();
  const asked = page.getByRole('dialog', { name: admin('passkeys.remove_title', { name: '受付のノート' }) });
  await asked.getByRole('button', { name: admin('passkeys.remove') }).click();
  await expect(row).toHaveCount(0);

  await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  await page.context().clearCookies();
  await page.goto(`${base}/desk/sign-in`);
  await page.getByLabel(words('sign_in.email')).fill(suzuki.email);
  await page.getByLabel(words('sign_in.password'), { exact: true }).fill(demoPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `${suzuki.name}のメニュー` })).toBeVisible();
});
