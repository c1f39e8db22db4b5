import lighthouse from 'lighthouse';
import { launchBrowser } from './browser.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** A port of the browser for Lighthouse, taken from those nobody registers. */
const PORT = 49_222;

/** What Lighthouse says of a page as a phone shows it, each 0–100, and how many bytes its first view took; the middle of three runs. */
export async function scoresOf(urls: readonly string[]): Promise<Record<string, object>> {
  const browser = await launchBrowser(`--remote-debugging-port=${PORT}`);
  try {
    const scores: Record<string, object> = {};
    for (const url of urls) {
      const runs: { performance: number; all: object }[] = [];
      for (let turn = 0; turn < 3; turn += 1) runs.push(await look(url));
      scores[new URL(url).pathname] = runs.sort((a, b) => a.performance - b.performance)[1]!.all;
    }
    return scores;
  } finally {
    await browser.close();
  }
}

async function look(url: string): Promise<{ performance: number; all: object }> {
  const result = await lighthouse(url, { port: PORT, logLevel: 'error', output: 'json', onlyCategories: [...CATEGORIES] });
  if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
  const { categories, audits } = result.lhr;
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const lost = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id);
  return {
    performance: score('performance'),
    all: {
      ...Object.fromEntries(CATEGORIES.map((name) => [name, score(name)])),
      kilobytes: Math.round((audits['total-byte-weight']?.numericValue ?? 0) / 1000),
      ...(lost.length > 0 ? { lost } : {}),
    },
  };
}
