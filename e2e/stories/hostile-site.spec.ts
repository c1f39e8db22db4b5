import type { Page } from '@playwright/test';
import { allowOrigins, chatInbox, scriptTag } from '../inbox.ts';
import { messengerOn } from '../messenger.ts';
import { openSite } from '../site.ts';
import { expect, test } from '../stories.ts';

const rude = `* { box-sizing: content-box !important; letter-spacing: 6px !important; text-transform: uppercase !important; font: 40px/3 cursive !important;
  padding: 9px !important; margin: 7px !important; transition: all 3s !important; }
html { font-size: 50px; } body { zoom: 1; } button, input, textarea, dialog { width: 900px !important; background: red !important; border: 12px dotted lime !important; }
div, section, article, footer, header { display: table !important; position: static !important; opacity: .3; float: right !important; }
:root { --accent: red; --text: red; --surface: red; }`;

const pageWith = (tag: string) => `<!doctype html><html lang="ja"><head><title>乱暴なサイト</title><style>${rude}</style></head>
<body><h1>ようこそ</h1><p>本文です。</p><form><input name="q" value="検索"><button>探す</button></form><div id="box">箱</div>${tag}</body></html>`;

/** What a visitor and the site's own scripts can notice of a page. */
const stateOf = (page: Page) =>
  page.evaluate(() => ({
    boxes: [...document.body.querySelectorAll('h1, p, form, input, button, #box')].map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.tagName, x, y, width, height, getComputedStyle(one).cssText].join(' ');
    }),
    head: document.head.innerHTML,
    body: document.body.innerHTML,
    attributes: [...document.documentElement.attributes, ...document.body.attributes].map(({ name, value }) => `${name}=${value}`),
    scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    focus: document.activeElement?.tagName,
    title: document.title,
    sheets: document.adoptedStyleSheets.length,
    globals: Object.keys(window).filter((name) => name !== 'Madoguchi').length,
  }));

test.describe('A site with a style of its own', () => {
  test('the messenger keeps its shape there, works, and leaves the page as it was', async ({ product, browsers }) => {
    const { key } = await chatInbox(product);
    const site = await openSite(({ pathname }) => pageWith(pathname === '/with' ? scriptTag(product.base, key) : ''));
    const takeBack = await allowOrigins(product, [site.origin]);
    try {
      const page = await (await browsers('ja')).newPage();
      await page.goto(site.origin);
      const before = await stateOf(page);

      await page.goto(`${site.origin}/with`);
      const { launcher, panel, field, log, open, say } = messengerOn(page);
      await expect(launcher).toBeVisible();
      const after = await stateOf(page);
      expect({ ...after, body: after.body.replace(/<script .*<\/script>/, '') }).toEqual(before);

      expect(await launcher.boundingBox()).toMatchObject({ width: 56, height: 56, x: 1440 - 56 - 20, y: 900 - 56 - 20 });
      await open();
      expect(await panel.boundingBox()).toMatchObject({ width: 380, height: 640 });
      await expect(field).toHaveCSS('font-size', '16px');
      await expect(field).toHaveCSS('letter-spacing', 'normal');
      await expect(field).toHaveCSS('text-transform', 'none');
      await expect(field).not.toHaveCSS('font-family', /cursive/);
      await expect(panel).toHaveCSS('opacity', '1');
      await say('九州までの送料を知りたいのですが、いくらでしょう');
      await expect(log.getByRole('heading', { name: '送料はいくらですか' })).toBeVisible();
      expect((await stateOf(page)).boxes).toEqual(before.boxes);
    } finally {
      await takeBack();
      await site.close();
    }
  });

  test('a site that the inbox does not name is refused, and visitors read that chat is not available there', async ({
    product,
    browsers,
  }) => {
    const { key } = await chatInbox(product);
    const site = await openSite(() => pageWith(scriptTag(product.base, key)));
    try {
      const page = await (await browsers('ja')).newPage();
      const answer = page.waitForResponse((response) => response.url().includes('/api/chat/') && response.request().method() === 'POST');
      await page.goto(site.origin);
      const { launcher, panel, t } = messengerOn(page);
      await launcher.click();
      expect((await answer).status()).toBe(403);
      await expect(panel).toContainText(t('refused'));
    } finally {
      await site.close();
    }
  });
});
