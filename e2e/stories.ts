import { type Browser, type BrowserContext, type BrowserContextOptions, test as base } from '@playwright/test';
import type { AgentFixture } from '../fixtures/agents.ts';
import { sessionOf } from './api.ts';
import { type Desk, deskOn } from './desk.ts';
import { type Lang, type Messenger, messengerOn } from './messenger.ts';
import { type Product, startProduct } from './product.ts';

export { expect } from '@playwright/test';

type CustomerOptions = { lang?: Lang; phone?: boolean; dark?: boolean; base?: string };
type DeskOptions = { phone?: boolean; dark?: boolean; base?: string };

type Stage = {
  /** A fresh browser on the shop's page: one customer. `base`: another way to the product than its own address. */
  customer: (options?: CustomerOptions) => Promise<Messenger>;
  /** A fresh browser at the desk, signed in. */
  desk: (agent: AgentFixture, options?: DeskOptions) => Promise<Desk>;
};

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** `product`: the running product of this worker, with the demo shop loaded and people answering at any hour. */
export const test = base.extend<Stage & { browsers: Open }, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture uses from this pattern
    async ({}, use) => {
      const product = await startProduct({ likeHome: process.env.MADOGUCHI_E2E_HOME });
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  browsers: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (lang, look = {}) => {
      const context = await openBrowser(browser, lang, look);
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  customer: async ({ product, browsers }, use) => {
    await use(async ({ lang = 'ja', phone, dark, base = product.base } = {}) => {
      const page = await (await browsers(lang, { phone, dark })).newPage();
      await page.goto(`${base}/demo${lang === 'en' ? '?lang=en' : ''}`);
      return messengerOn(page, lang);
    });
  },
  desk: async ({ product, browsers }, use) => {
    await use(async (agent, { phone, dark, base = product.base } = {}) => {
      const context = await browsers(agent.locale, { phone, dark });
      await context.addCookies([{ ...sessionOf(product, agent), url: base }]);
      const page = await context.newPage();
      await page.goto(`${base}/desk/`);
      return deskOn(page, agent);
    });
  },
});

/** `noScript`: a browser in which no script of a page runs. */
type Look = { phone?: boolean; dark?: boolean; noScript?: boolean };
type Open = (lang: Lang, look?: Look) => Promise<BrowserContext>;

const openBrowser = (browser: Browser, lang: Lang, { phone = false, dark = false, noScript = false }: Look): Promise<BrowserContext> =>
  browser.newContext({
    locale: lang === 'en' ? 'en-US' : 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: !noScript,
    // Nothing that is proven here moves, and two cores have better things to draw.
    reducedMotion: 'reduce',
    ...(phone ? PHONE : {}),
  });
