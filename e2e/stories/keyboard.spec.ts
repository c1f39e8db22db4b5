import { demoPassword, suzuki } from '../../fixtures/agents.ts';
import { deskOn } from '../desk.ts';
import { expect, test } from '../stories.ts';

test.describe('Without a mouse', () => {
  test('an agent signs in, opens, replies, resolves and moves about by keys alone', async ({ product, customer, browsers }) => {
    const asked = '抹茶碗の貸し出しについて担当者に伺いたいです';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);
    await expect(shop.log).toContainText('担当者におつなぎします。');

    const page = await (await browsers('ja')).newPage();
    const { keyboard } = page;
    await page.goto(product.base);
    const { row, list, timeline, field, conversation, t } = deskOn(page, suzuki);
    await test.step('sign in', async () => {
      await expect(page.getByLabel('メールアドレス')).toBeFocused();
      await keyboard.type(suzuki.email);
      await keyboard.press('Tab');
      await keyboard.type(demoPassword);
      await keyboard.press('Enter');
      await expect(row(asked)).toBeVisible();
    });

    await test.step('j and k walk through the list, Enter opens', async () => {
      const rows = list.getByRole('link');
      await keyboard.press('j');
      await expect(rows.nth(0)).toBeFocused();
      await keyboard.press('j');
      await expect(rows.nth(1)).toBeFocused();
      await keyboard.press('k');
      await expect(rows.nth(0)).toBeFocused();
      await expect(row(asked)).toBeFocused();
      const looked = page.waitForResponse((answer) => answer.url().endsWith('/seen'));
      await keyboard.press('Enter');
      await expect(timeline).toContainText(asked);
      await looked;
    });

    await test.step('n writes a note, r a reply, Ctrl+Enter sends', async () => {
      await keyboard.press('n');
      await expect(conversation.getByRole('textbox', { name: t('composer.note') })).toBeFocused();
      await keyboard.type('在庫は三つ');
      await keyboard.press('Control+Enter');
      await expect(timeline.getByRole('region', { name: t('composer.note') })).toContainText('在庫は三つ');
      await keyboard.press('Escape');
      await keyboard.press('r');
      await expect(field).toBeFocused();
      await keyboard.type('三日間お貸しできます。');
      await keyboard.press('Control+Enter');
      await expect(timeline).toContainText(/\d+秒後に送信/);
      await keyboard.press('Escape');
      await keyboard.press('z');
      await expect(field).toHaveValue('三日間お貸しできます。');
      await keyboard.press('r');
      await keyboard.press('Control+Enter');
      await expect(timeline).toContainText(/\d+秒後に送信/);
    });

    await test.step('the palette knows every command', async () => {
      await keyboard.press('Escape');
      await keyboard.press('Control+k');
      const search = page.getByRole('textbox', { name: t('palette.placeholder') });
      await expect(search).toBeFocused();
      await keyboard.type(t('place.settings'));
      await keyboard.press('Enter');
      await expect(page).toHaveURL(/\/desk\/settings/);
      await expect(search).toBeHidden();
      await keyboard.press('g');
      await keyboard.press('a');
      await expect(page).toHaveURL(/view=all/);
      await expect(row(asked)).toBeVisible();
    });

    await test.step('? shows the keys, e resolves, g r shows it among 対応済', async () => {
      await keyboard.press('?');
      await expect(page.getByRole('dialog', { name: t('keys.title') })).toContainText(t('header.resolve'));
      await keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await keyboard.press('j');
      await keyboard.press('Enter');
      await expect(timeline).toContainText(asked);
      await keyboard.press('e');
      await expect(conversation.getByRole('button', { name: /ステータス/ })).toContainText('対応済');
      await keyboard.press('g');
      await keyboard.press('r');
      await expect(row(asked)).toBeVisible();
    });
  });
});
