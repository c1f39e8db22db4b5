import { suzuki } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';

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
});
