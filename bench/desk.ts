import type { Page } from '@playwright/test';
import { deskOn } from '../e2e/desk.ts';
import { suzuki } from '../fixtures/agents.ts';
import { launchBrowser } from './browser.ts';
import { fillConversations } from './conversations.ts';
import { percentile } from './figures.ts';
import type { Stand } from './stand.ts';

/** What the Event Timing API does not tell of took less (https://www.w3.org/TR/event-timing/). */
const FASTEST_TOLD_MS = 16;
const WORDS = 'お世話になっております。ご注文の品は明日の午前中にお届けいたします。';

type Watched = { watched: { take: () => number[] } };

/**
 * How long the desk takes from a key or a click to the next paint, as an agent does what agents do all day, on this machine's processor and
 * on one four times slower: p50, p98 and the worst, in milliseconds in steps of 8. A hundred thousand conversations unless said otherwise.
 */
export async function desk(stand: Stand, conversations = 100_000) {
  await fillConversations(stand, conversations);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1440, height: 900 } });
    const cookies = stand.cookie.split('; ').map((cookie) => cookie.split('=', 2) as [string, string]);
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: stand.product.base })));
    const page = await context.newPage();
    await page.addInitScript(watchInteractions);
    const cpu = await context.newCDPSession(page);
    const figures: Record<string, object> = {};
    for (const slower of [1, 4]) {
      await cpu.send('Emulation.setCPUThrottlingRate', { rate: slower });
      figures[slower === 1 ? 'this_processor' : 'four_times_slower'] = await day(page, stand.product.base);
    }
    return { conversations, ms: figures };
  } finally {
    await browser.close();
  }
}

/** Collects the durations of interactions, the longest event of each. */
function watchInteractions(): void {
  const durations = new Map<number, number>();
  const note = (entries: PerformanceEntryList) => {
    for (const { interactionId, duration } of entries as (PerformanceEntry & { interactionId: number })[])
      if (interactionId) durations.set(interactionId, Math.max(duration, durations.get(interactionId) ?? 0));
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  const take = () => {
    note(observer.takeRecords());
    const all = [...durations.values()];
    durations.clear();
    return all;
  };
  Object.assign(window, { watched: { take } });
}

/** Every kind of thing that is done, each often enough to have a worst. */
async function day(page: Page, base: string): Promise<Record<string, object>> {
  const { list, field, t } = deskOn(page, suzuki);
  const rows = list.getByRole('link');
  const views = page.getByRole('navigation', { name: t('views.label') }).getByRole('link');
  const palette = page.getByRole('textbox', { name: t('palette.placeholder') });
  const shown = () => field.waitFor();
  await page.goto(`${base}/desk/?view=all`);
  await rows.nth(12).waitFor();
  return {
    open_by_click: await measure(page, 12, async (i) => {
      await rows.nth(i).click();
      await shown();
    }),
    next_by_key: await measure(page, 30, async () => page.keyboard.press('j')),
    open_by_key: await measure(page, 12, async (i) => {
      if (i === 0) await rows.nth(0).focus();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await shown();
    }),
    type_reply: await measure(page, WORDS.length, async (i) => {
      if (i === 0) await field.click();
      await page.keyboard.press(i % 3 === 2 ? 'Space' : 'a');
    }),
    type_search: await measure(page, 12, async (i) => {
      if (i === 0) {
        await page.keyboard.press('Control+k');
        await palette.waitFor();
      }
      await page.keyboard.press('chuumonbang'[i] ?? 'Backspace');
    }),
    change_view: await measure(page, 12, async (i) => {
      if (i === 0) {
        await page.keyboard.press('Escape');
        await palette.waitFor({ state: 'hidden' });
      }
      await views.nth(i % 3).click();
    }),
  };
}

async function measure(page: Page, times: number, act: (i: number) => Promise<unknown>): Promise<object> {
  const taken = () =>
    page.evaluate(
      () =>
        new Promise<number[]>((resolve) =>
          requestAnimationFrame(() => setTimeout(() => resolve((window as unknown as Watched).watched.take()), 0)),
        ),
    );
  await taken();
  for (let i = 0; i < times; i += 1) await act(i);
  const told = await taken();
  const samples = [...told, ...Array.from({ length: Math.max(0, times - told.length) }, () => FASTEST_TOLD_MS)];
  return { p50: percentile(samples, 0.5), p98: percentile(samples, 0.98), max: Math.max(...samples), samples: samples.length };
}
