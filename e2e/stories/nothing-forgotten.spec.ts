import { createApprovalRule, removeApprovalRule } from '@madoguchi/contract/approvals.ts';
import { fujiwara, nakamura, suzuki } from '../../fixtures/agents.ts';
import { as } from '../api.ts';
import { expect, test } from '../stories.ts';

test.describe('Nothing is forgotten, and nothing goes out too soon', () => {
  test('what is asked for about a return is filled in before it is resolved', async ({ customer, desk }) => {
    const asked = '茶杓の返品について担当者に相談したいです';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);

    const { page, openRow, conversation, customerPane, timeline, t } = await desk(suzuki);
    await openRow(asked);
    await conversation.getByRole('button', { name: new RegExp(t('tags.edit')) }).click();
    await page.keyboard.type('返品・交換');
    await page.keyboard.press('Enter');
    await expect(conversation.getByRole('region', { name: t('procedure.label') })).toContainText('返品・交換の受付');
    await page.keyboard.press('Escape');

    await conversation.getByRole('button', { name: new RegExp(`^${t('header.status')}`) }).click();
    await page.getByRole('menuitem', { name: t('status.resolved') }).click();
    const dialog = page.getByRole('dialog', { name: t('incomplete.title') });
    const reason = dialog.getByRole('combobox', { name: /返品・交換の理由/ });
    await expect(reason).toBeFocused();
    await dialog.getByRole('button', { name: t('incomplete.do') }).click();
    await expect(dialog).toContainText(t('incomplete.nothing'));

    await reason.click();
    await page.getByRole('option', { name: 'イメージと違う' }).click();
    for (const step of await dialog.getByRole('checkbox').all()) await step.check();
    await dialog.getByRole('button', { name: t('incomplete.do') }).click();
    await expect(timeline).toContainText(t('fact.resolved', { actor: suzuki.name }));
    await expect(customerPane).toContainText('イメージと違う');
  });

  test('a reply that needs approval waits, is put right by a superior, and then the customer reads it', async ({
    customer,
    desk,
    product,
  }) => {
    const owner = as(product, fujiwara);
    const rule = await owner.call(createApprovalRule, {
      body: {
        name: '値引きにふれる返信',
        enabled: true,
        conditions: {
          teamIds: [],
          inboxIds: [],
          channels: [],
          words: ['値引き'],
          authors: { tiers: [], newerThanDays: null, agentIds: [] },
        },
        approvers: { agentIds: [], teamIds: [] },
        minutes: 30,
      },
    });
    const asked = '茶碗のまとめ買いの割引を担当者に相談したいです';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);

    const mine = await desk(suzuki);
    await mine.openRow(asked);
    await mine.reply('値引きは一割です');
    await expect(mine.timeline).toContainText(mine.t('approval.waiting'));
    await expect(mine.timeline.getByRole('button', { name: mine.t('approval.approve') })).toHaveCount(0);

    const chief = await desk(nakamura);
    await chief.goTo('approval');
    // Its author has seen everything: nothing new is noted as seen.
    await chief.row(asked).click();
    await chief.timeline.getByRole('button', { name: chief.t('approval.change') }).click();
    const dialog = chief.page.getByRole('dialog', { name: chief.t('approval.change_title') });
    await dialog.getByRole('textbox', { name: chief.t('approval.text') }).fill('値引きは五分です');
    await dialog.getByRole('button', { name: chief.t('approval.approve') }).click();

    await expect(shop.log).toContainText('値引きは五分です');
    await expect(shop.log).not.toContainText('一割');
    await expect(mine.timeline).toContainText('値引きは五分です');
    await mine.timeline.getByRole('button', { name: mine.t('approval.see_changes') }).click();
    await expect(mine.page.getByRole('dialog', { name: mine.t('approval.changes_title') })).toContainText('一割');
    await owner.call(removeApprovalRule, { params: { id: rule.id } });
  });
});
