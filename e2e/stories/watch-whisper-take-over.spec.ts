import { nakamura, suzuki } from '../../fixtures/agents.ts';
import { barriersOn } from '../axe.ts';
import { expect, test } from '../stories.ts';

test.describe('A supervisor stands beside an agent', () => {
  test('she watches, whispers while he types, and takes over; he uses her words and loses none of his own', async ({ customer, desk }) => {
    const asked = '桐箱の熨斗に連名で名前を入れられるか、担当者に相談したいです';
    const shop = await customer();
    await shop.open();
    await shop.say(asked);

    const his = await desk(suzuki);
    await his.openRow(asked);
    await his.page.keyboard.press('Shift+A');
    await his.page.keyboard.press('r');
    await his.field.pressSequentially('お問い合わせ');

    const hers = await desk(nakamura);
    await hers.page.goto(`${new URL(hers.page.url()).origin}/desk/board`);
    await hers.page.getByRole('button', { name: new RegExp(suzuki.name) }).click();
    const behind = hers.page.getByRole('dialog');
    await behind.getByRole('button', { name: new RegExp(`${asked.slice(0, 8)}.*の操作`) }).press('Enter');
    await hers.page.getByRole('menuitem', { name: '耳打ち' }).click();
    const watching = hers.page.getByRole('region', { name: hers.t('watch.label') });
    await expect(watching).toContainText(hers.t('watch.title', { name: suzuki.name }));
    await expect(his.page.getByText(his.t('viewers.watching', { name: nakamura.name }))).toBeAttached();
    await his.field.pressSequentially('ありがとうございます。');
    await expect(watching).toContainText(hers.t('watch.writes'));

    const hint = '連名は3名様まで承ります。';
    const whisper = hers.page.getByRole('textbox', { name: hers.t('composer.whisper'), exact: true });
    await expect(whisper).toBeFocused();
    await whisper.fill(hint);
    expect(await barriersOn(hers.page)).toEqual([]);
    await whisper.press('Control+Enter');

    const strip = his.page.getByRole('region', { name: his.t('whisper.label') }).filter({ hasText: hint });
    await expect(strip).toContainText(his.t('whisper.from', { name: nakamura.name }));
    await expect(his.field, 'what he was typing stays where it was').toHaveValue('お問い合わせありがとうございます。');
    expect(await barriersOn(his.page, 'article')).toEqual([]);
    await strip.getByRole('button', { name: his.t('whisper.use') }).click();
    await expect(his.field).toHaveValue(`お問い合わせありがとうございます。\n\n${hint}`);
    await expect(hers.timeline).toContainText(hers.t('whisper.outcome_used'));
    await his.field.press('Control+Enter');
    await his.sendNow();
    await expect(shop.log).toContainText(hint);

    await his.field.pressSequentially('書きかけの返信');
    await watching.getByRole('button', { name: hers.t('take_over.do') }).click();
    await expect(his.conversation).toContainText(his.t('take_over.told', { name: nakamura.name }));
    await expect(his.conversation).toContainText(his.t('take_over.draft'));
    await expect(his.field).toHaveValue('書きかけの返信');
    await expect(watching).toHaveCount(0);
    await hers.page.getByRole('button', { name: hers.t('take_over.undo') }).click();
    await expect(his.conversation).not.toContainText(his.t('take_over.told', { name: nakamura.name }));
    await expect(watching).toContainText(suzuki.name);
  });
});
