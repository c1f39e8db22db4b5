import { suzuki } from '../../fixtures/agents.ts';
import { expect, test } from '../stories.ts';

test.describe('The place in the queue', () => {
  test('moves up when an agent answers somebody before, and the agent reads what the bot was asked', async ({ customer, desk }) => {
    const [before, asks] = [await customer(), await customer()];
    await before.open();
    await before.say('オペレーターにつないでください、釉薬のことです');
    const queue = (one: typeof asks, place: number) => one.panel.getByRole('status').filter({ hasText: `順番: ${place}番目` });
    await expect(before.log).toContainText('担当者におつなぎします。');
    const place = Number(/順番は(\d+)番目/.exec((await before.log.textContent()) ?? '')?.[1] ?? 1);
    await expect(queue(before, place)).toBeVisible();

    await asks.open();
    await asks.say('送料はいくらですか、教えてください');
    await expect(asks.log.getByRole('blockquote')).toBeVisible();
    await asks.askForPerson();
    await expect(asks.log).toContainText(`ただいま順番は${place + 1}番目で、お返事まで`);
    await expect(queue(asks, place + 1)).toContainText(/・(約\d+分|\d+～\d+分|\d+分以上)/);

    const { openRow, reply, timeline, goTo } = await desk(suzuki);
    await openRow('釉薬のことです');
    await reply('お待たせしました。鈴木です');
    await expect(queue(asks, place)).toBeVisible();
    await expect(before.panel.getByRole('status').filter({ hasText: '順番' })).toBeHidden();

    await goTo('new');
    await openRow('送料はいくらですか、教えてください');
    await expect(timeline).toContainText('ボットからの引き継ぎ');
    await expect(timeline).toContainText('・ご質問: 送料はいくらですか、教えてください');
    await expect(timeline).toContainText('・ご案内した記事: 「');
    await expect(asks.log).not.toContainText('ボットからの引き継ぎ');

    await reply('沖縄へは1,100円です');
    await expect(asks.panel.getByRole('status').filter({ hasText: '順番' })).toBeHidden();
  });
});
