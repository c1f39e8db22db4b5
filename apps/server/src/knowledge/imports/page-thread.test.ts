import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { parseFiles } from './import.files.ts';
import { pageThread } from './page-thread.ts';

const pages = pageThread();
afterAll(pages.close);

/** As a word processor writes it: far more markup than words. */
const wordy = (paragraphs: number) =>
  `<html><body><h1>返品の手引き</h1>${`<p class="MsoNormal" style="margin:0mm;text-align:left;${'mso-pagination:none;'.repeat(60)}"><span>未使用なら<b>14日</b>以内です。</span></p>`.repeat(paragraphs)}</body></html>`;

describe('a large page', () => {
  test('of nearly two megabytes becomes an article, and the server goes on with other work meanwhile', async () => {
    const html = wordy(1400);
    expect(html.length).toBeGreaterThan(1_800_000);
    let turns = 0;
    let isReading = true;
    const others = (async () => {
      while (isReading) {
        await setImmediate();
        turns += 1;
      }
    })();
    const { rows } = await parseFiles([{ name: 'guide.html', bytes: Buffer.from(html) }]);
    isReading = false;
    await others;
    expect(rows).toMatchObject([{ question: '返品の手引き', answer: expect.stringMatching(/^未使用なら\*\*14日\*\*以内です。\n\n/) }]);
    expect(turns, 'turns of the main thread while the page was read').toBeGreaterThan(100);
  });

  test('that takes too long is refused, and the next one is read all the same', async () => {
    expect(await pages.read(wordy(1400), 1)).toBe('page.too_slow');
    expect(await pages.read('<h1>営業日</h1><p>平日です。</p>')).toEqual({ title: '営業日', text: '平日です。' });
  });

  test.each([
    ['a list of a hundred thousand steps', `<ol>${'<li>手順</li>'.repeat(100_000)}</ol>`, /100000\. {2}手順$/],
    ['a million blanks that are no ASCII', `<p>始${'&nbsp;'.repeat(300_000)}終</p>`, /終$/],
  ])('%s is read in its time', async (_story, html, end) => {
    expect(await pages.read(html)).toMatchObject({ text: expect.stringMatching(end) });
  });

  test('among others is named with its reason, and they go on', async () => {
    const files = [
      { name: 'endless.html', bytes: Buffer.from(`<h1>長い</h1>${'<p>あ</p>'.repeat(260_000)}`) },
      { name: 'days.html', bytes: Buffer.from('<h1>営業日</h1><p>平日です。</p>') },
    ];
    const { rows, refused } = await parseFiles(files);
    expect(rows).toMatchObject([{ file: 'days.html', question: '営業日' }]);
    expect(refused).toMatchObject([{ file: 'endless.html', line: 1, reason: 'page.too_large' }]);
  });
});
