import { updateWorkspace } from '@madoguchi/contract/workspaces.ts';
import { fujiwara, suzuki } from '../../fixtures/agents.ts';
import { as } from '../api.ts';
import { expect, test } from '../stories.ts';
import { openingInTwoDays } from '../time.ts';

test.describe('A person is two steps away', () => {
  test('the button 担当者に相談する hands over at once and the conversation waits in 未対応', async ({ customer, desk }) => {
    const asked = '贈った方の住所が変わったのですが、相談できますか';
    const { open, say, log, panel, askForPerson, t } = await customer();
    await open();
    await say(asked);
    await askForPerson();

    await expect(log).toContainText('担当者におつなぎします。');
    await expect(panel).toContainText(t('person_comes'));
    await expect(panel.locator('footer').getByRole('button', { name: '担当者に相談する' })).toBeHidden();

    const { row, openRow, timeline, t: say2 } = await desk(suzuki);
    await expect(row(asked)).toBeVisible();
    await openRow(asked);
    await expect(timeline).toContainText(say2('fact.handed_off.asked_for_person'));
  });

  test('the words for a person are enough', async ({ customer }) => {
    const { open, say, log, panel, t } = await customer();
    await open();
    await say('人と話したいです');
    await expect(log).toContainText('担当者におつなぎします。');
    await expect(panel).toContainText(t('person_comes'));
  });

  test('when the bot failed twice it does not try a third time', async ({ customer }) => {
    const { open, say, log } = await customer();
    await open();
    await say('ペットのハムスターの餌は何がいいですか');
    await expect(log).toContainText('お答えできる記事が見つかりませんでした');
    await say('銀河系にはいくつ星がありますか');
    await expect(log).toContainText('担当者におつなぎします。');
  });

  test('after hours it says when people are back, takes an e-mail address and shows it to the agent', async ({
    product,
    customer,
    desk,
  }) => {
    const { hours, words } = openingInTwoDays(new Date());
    const owner = as(product, fujiwara);
    await owner.call(updateWorkspace, { body: { businessHours: hours } });
    try {
      const asked = '店頭で見た湯呑みのことで担当者とお話ししたいです';
      const { open, say, log, panel, t } = await customer();
      await open();
      await say(asked);
      await expect(log).toContainText(`ただいま営業時間外です。${words} 10:00以降に担当者がお答えします。`);
      await expect(panel).toContainText('受付時間外');

      const email = panel.getByRole('textbox', { name: /メールアドレス/ });
      const save = panel.getByRole('button', { name: '登録' });
      await email.fill('midori-y@letter');
      await save.click();
      await expect(panel.getByRole('alert')).toContainText('メールアドレスをご確認ください');
      await email.fill('midori-y@letter.example');
      await save.click();
      await expect(log).toContainText(t('email_done', { email: 'midori-y@letter.example' }));

      const { openRow, customerPane, t: deskSays } = await desk(suzuki);
      await openRow(asked);
      await expect(customerPane).toContainText('midori-y@letter.example');
      await expect(customerPane).toContainText(deskSays('identity.unverified'));
    } finally {
      await owner.call(updateWorkspace, { body: { businessHours: null } });
    }
  });
});
