import { suzuki } from '../../fixtures/agents.ts';
import { kobayashi } from '../../fixtures/customers.ts';
import { expect, test } from '../stories.ts';
import { portalWords } from '../words.ts';

const w = portalWords('ja');

test.describe('The contact form', () => {
  test('from the form, in a browser without scripts, to the agent and back to the customer’s own page', async ({
    product,
    browsers,
    desk,
  }) => {
    const subject = '結婚の引き出物に湯呑みを三十客';
    const page = await (await browsers('ja', { noScript: true, phone: true })).newPage();
    const main = page.getByRole('main');

    await test.step('what is missing is said once above and beside each field, and nothing typed is lost', async () => {
      await page.goto(`${product.base}/help/contact`);
      await page.getByLabel(w('form.subject')).fill(subject);
      await page.getByLabel(w('form.email')).fill('chihiro.k');
      await page.getByRole('button', { name: w('form.send') }).click();
      await expect(page.getByRole('alert')).toContainText('お名前を入力してください');
      await expect(page.getByRole('alert')).toContainText('メールアドレスの形をご確認ください');
      await expect(page.getByLabel(w('form.subject'))).toHaveValue(subject);
    });

    let number = '';
    await test.step('it is acknowledged with a number', async () => {
      await page.getByLabel(w('form.name')).fill(kobayashi.name);
      await page.getByLabel(w('form.email')).fill(kobayashi.email);
      await page.getByLabel(w('form.text')).fill('六月の式に間に合いますでしょうか。\n熨斗もお願いします。');
      await page.getByRole('button', { name: w('form.send') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('お問い合わせを受け付けました');
      [number = ''] = /#\d+/.exec((await main.textContent()) ?? '') ?? [];
      expect(number).not.toBe('');
      await page.getByRole('link', { name: w('received.open') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject);
      await expect(main).toContainText('熨斗もお願いします。');
      await expect(main).toContainText(w('inquiry.status.new'));
    });

    const { row, openRow, goTo, timeline, conversation, customerPane, reply, sendNow } = await desk(suzuki);
    await test.step('the agent finds it in 未対応 with name and address, and answers', async () => {
      await openRow(subject);
      await expect(conversation).toContainText(number);
      await expect(timeline).toContainText('六月の式に間に合いますでしょうか。');
      await expect(customerPane).toContainText(kobayashi.name);
      await expect(customerPane).toContainText(kobayashi.email);
      await reply('五月末にお届けできます。熨斗の名入れはどういたしましょうか。');
      await sendNow();
      await goTo('waiting');
      await expect(row(subject)).toBeVisible();
    });

    await test.step('the customer reads it on the page of the inquiry and answers there', async () => {
      await page.getByRole('link', { name: w('inquiry.renew') }).click();
      await expect(main).toContainText('五月末にお届けできます。');
      await expect(main).toContainText(suzuki.name);
      await page.getByRole('textbox').fill('「寿 小林」でお願いします。');
      await page.getByRole('button', { name: w('form.send') }).click();
      await expect(page.getByRole('status')).toContainText(w('inquiry.sent'));
      await expect(main).toContainText('「寿 小林」でお願いします。');
    });

    await test.step('it is the agent’s turn again', async () => {
      await expect(timeline).toContainText('「寿 小林」でお願いします。');
      await goTo('mine');
      await expect(row(subject)).toContainText('「寿 小林」');
    });
  });

  test('the address of an inquiry is the only key to it', async ({ product, browsers }) => {
    const page = await (await browsers('ja')).newPage();
    const answer = await page.goto(`${product.base}/help/inquiries/eyJ3IjoiYSJ9.forged`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(w('not_found.title'));
  });
});
