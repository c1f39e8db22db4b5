import { demoPassword, mori } from '../../fixtures/agents.ts';
import { deskOn } from '../desk.ts';
import { expect, test } from '../stories.ts';

const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/;

test.describe('In English', () => {
  test('the shop’s visitor is answered from the English FAQ, in English', async ({ customer }) => {
    const { open, say, log, panel, page } = await customer({ lang: 'en' });
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await open();
    await say('How much is shipping?');
    await expect(log.getByRole('heading', { name: 'How much is delivery?' })).toBeVisible();
    await expect(log.getByRole('link', { name: /Open the article/ })).toHaveAttribute('href', /\/help\/en\//);
    await log.getByRole('button', { name: 'Yes, solved' }).click();
    await expect(log).toContainText('Glad that’s solved.');
    expect(((await panel.textContent()) ?? '').replaceAll('葉月と匙', '')).not.toMatch(japanese);
  });

  test('Mori signs in to an English desk and answers a person who asked for one', async ({ product, customer, browsers }) => {
    const asked = 'I would like to talk to a human about engraving a tea caddy';
    const shop = await customer({ lang: 'en' });
    await shop.open();
    await shop.say(asked);
    await expect(shop.log).toContainText('I’m passing you to our team.');

    const page = await (await browsers('en')).newPage();
    await page.goto(`${product.base}/desk/`);
    const { openRow, timeline, reply, sendNow, t } = deskOn(page, mori);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.getByRole('textbox', { name: t('sign_in.email') }).fill(mori.email);
    await page.getByLabel('Password', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('navigation', { name: t('views.label') })).toContainText('Waiting for customer');
    await openRow(asked);
    await expect(timeline).toContainText(t('fact.handed_off.asked_for_person'));
    await reply('We engrave tea caddies within a week.');
    await sendNow();
    await expect(shop.log).toContainText('We engrave tea caddies within a week.');
    await expect(shop.panel).toContainText(`${mori.name} is helping you`);
    expect(((await timeline.textContent()) ?? '').replaceAll(mori.name, '').replaceAll(mori.name[0]!, '')).not.toMatch(japanese);
  });
});
