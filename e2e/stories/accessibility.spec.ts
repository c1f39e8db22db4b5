import { takahashi } from '../../fixtures/agents.ts';
import { barriersOn } from '../axe.ts';
import { faintTextInMessenger } from '../contrast.ts';
import { expect, test } from '../stories.ts';

test.describe('Nobody is shut out', () => {
  for (const dark of [false, true]) {
    const light = dark ? 'in the dark' : 'in the light';

    test(`the messenger: home, an answer, the way to a person, ${light}`, async ({ customer }) => {
      const { page, launcher, panel, open, say, log, askForPerson, t } = await customer({ dark });
      await launcher.click();
      await expect(panel).toContainText(t('faq_most_read'));
      expect(await barriersOn(page, 'madoguchi-messenger')).toEqual([]);
      expect(await faintTextInMessenger(page)).toEqual([]);
      await launcher.click();
      await open();
      await say('九州までの送料を知りたいのですが、いくらでしょう');
      await expect(log.getByRole('heading', { name: '送料はいくらですか' })).toBeVisible();
      await askForPerson();
      await expect(log).toContainText('担当者におつなぎします。');
      expect(await barriersOn(page, 'madoguchi-messenger')).toEqual([]);
      expect(await faintTextInMessenger(page)).toEqual([]);
    });

    test(`the desk: sign-in, a conversation, knowledge, settings, ${light}`, async ({ product, browsers, desk }) => {
      const stranger = await (await browsers('ja', { dark })).newPage();
      await stranger.goto(`${product.base}/desk/`);
      await expect(stranger.getByRole('button', { name: 'サインイン', exact: true })).toBeVisible();
      expect(await barriersOn(stranger)).toEqual([]);

      const { page, list, timeline, customerPane, t } = await desk(takahashi, { dark });
      await list.getByRole('link').first().click();
      await expect(timeline).toBeVisible();
      await expect(customerPane).toContainText(t('customer_pane.past'));
      expect(await barriersOn(page)).toEqual([]);
      for (const place of ['ナレッジ', '顧客', '設定']) {
        await page.getByRole('link', { name: place }).click();
        await expect(page.getByRole('heading', { name: place, level: 1 })).toBeVisible();
        expect(await barriersOn(page)).toEqual([]);
      }
    });

    test(`the help center: every page, ${light}`, async ({ product, browsers }) => {
      const page = await (await browsers('ja', { dark })).newPage();
      for (const path of [
        '',
        '/faq',
        '/articles/delivery-fee',
        '/categories/%E9%85%8D%E9%80%81',
        '/search?q=%E9%80%81',
        '/nothing',
        '/contact',
      ].flatMap((place) => [`/help${place}`, `/help/en${place}`])) {
        await page.goto(product.base + path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await barriersOn(page)).toEqual([]);
      }
    });
  }
});
