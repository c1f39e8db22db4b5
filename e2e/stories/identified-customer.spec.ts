import { revealIdentitySecret } from '@madoguchi/contract/workspaces.ts';
import { fujiwara, suzuki } from '../../fixtures/agents.ts';
import { as } from '../api.ts';
import { signIdentity } from '../identity.ts';
import { allowOrigins, chatInbox, scriptTag } from '../inbox.ts';
import { messengerOn } from '../messenger.ts';
import { openSite } from '../site.ts';
import { expect, test } from '../stories.ts';

const member = { sub: 'M-31007', name: '大西 はるか', reading: 'おおにし はるか', email: 'haruka.onishi@mail.example' };

test.describe('A customer who has signed in on the company’s site', () => {
  test('is known by name, number and e-mail at the desk, verified', async ({ product, browsers, desk }) => {
    const { id, key } = await chatInbox(product);
    const { secret } = await as(product, fujiwara).call(revealIdentitySecret, { params: { id } });
    const identity = signIdentity(secret, member);
    const site = await openSite(
      () => `<!doctype html><html lang="ja"><title>マイページ</title><h1>マイページ</h1>
<script>window.madoguchi = { identity: '${identity}' };</script>${scriptTag(product.base, key)}</html>`,
    );
    const takeBack = await allowOrigins(product, [site.origin]);
    try {
      const asked = '会員ランクの特典について担当者に伺いたいです';
      const page = await (await browsers('ja')).newPage();
      await page.goto(site.origin);
      const { open, say, log } = messengerOn(page);
      await open();
      await say(asked);
      await expect(log).toContainText('担当者におつなぎします。');

      const { row, openRow, customerPane, t } = await desk(suzuki);
      await expect(row(asked)).toContainText(member.name);
      await openRow(asked);
      await expect(customerPane).toContainText(member.name);
      await expect(customerPane).toContainText(member.reading);
      await expect(customerPane.getByRole('button', { name: new RegExp(member.sub) }).getByLabel('本人確認済み')).toBeVisible();
      await expect(customerPane).toContainText(member.email);
      await expect(customerPane).toContainText('マイページ');
      await expect(customerPane).not.toContainText(t('customer.nameless'));
    } finally {
      await takeBack();
      await site.close();
    }
  });

  test('cannot be claimed by a forger, who is served as a stranger', async ({ product, browsers, desk }) => {
    const { key } = await chatInbox(product);
    const forged = signIdentity('not the secret of this inbox, only a guess', { ...member, sub: 'M-20418' });
    const site = await openSite(
      () => `<!doctype html><html lang="ja"><title>にせもの</title>
<script>window.madoguchi = { identity: '${forged}' };</script>${scriptTag(product.base, key)}</html>`,
    );
    const takeBack = await allowOrigins(product, [site.origin]);
    try {
      const asked = '登録の住所を担当者に変えてもらいたいです';
      const page = await (await browsers('ja')).newPage();
      const complaint = page.waitForEvent('console', (message) => message.type() === 'error' && message.text().includes('identity'));
      await page.goto(site.origin);
      const { open, say, log } = messengerOn(page);
      await open();
      expect((await complaint).text()).toContain('Madoguchi: identity refused');
      await say(asked);
      await expect(log).toContainText('担当者におつなぎします。');

      const { row, openRow, customerPane, t } = await desk(suzuki);
      await expect(row(asked)).not.toContainText(member.name);
      await openRow(asked);
      await expect(customerPane).not.toContainText('M-20418');
      await expect(customerPane).not.toContainText(t('identity.verified'));
    } finally {
      await takeBack();
      await site.close();
    }
  });
});
