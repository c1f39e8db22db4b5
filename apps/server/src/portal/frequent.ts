import type { Locale } from '@madoguchi/contract/common.ts';
import { articleAnswers } from '../bot/article-answers.queries.ts';
import { idsByFrequency, pinnedIds, publishedByIds } from '../knowledge/help-center.queries.ts';
import type { PublishedArticle } from '../knowledge/knowledge.types.ts';
import type { Site } from './portal.site.ts';

/** Days that count towards how frequent a question is. */
const DAYS = 90;
const MOST = 60;
/** How long an order is good for. A reader waits for the first one only; later ones are made while the old one is shown. */
const FRESH_MS = 30_000;

type Ranked = { ids: Promise<string[]>; at: number; isRenewing: boolean };

/** Finds the questions asked most: pinned articles first, then by how often each answered in the last 90 days, wherever that was. */
export function frequentQuestions(now: () => number = () => performance.now()) {
  const ranked = new Map<string, Ranked>();

  const rank = ({ ctx, workspaceId, readers }: Site, locale: Locale): Promise<string[]> =>
    ctx.transaction(async (tx) => {
      const answers = await articleAnswers(tx, workspaceId, DAYS);
      const answered = new Map([...answers].map(([id, one]) => [id, one.answered]));
      return idsByFrequency(tx, readers, { locale, days: DAYS, answered, limit: MOST });
    });

  async function idsOf(site: Site, locale: Locale): Promise<string[]> {
    const key = `${site.workspaceId} ${site.readers.brandId} ${locale}`;
    const known = ranked.get(key);
    if (!known) {
      const first: Ranked = { ids: rank(site, locale), at: now(), isRenewing: false };
      ranked.set(key, first);
      first.ids.catch(() => ranked.delete(key));
      return first.ids;
    }
    if (now() - known.at > FRESH_MS && !known.isRenewing) {
      known.isRenewing = true;
      rank(site, locale).then(
        (ids) => ranked.set(key, { ids: Promise.resolve(ids), at: now(), isRenewing: false }),
        // The old order serves on, and is tried again later.
        () => Object.assign(known, { at: now(), isRenewing: false }),
      );
    }
    return known.ids;
  }

  /** What was pinned, published or taken back this very moment is seen at once; only the counts may be half a minute old. */
  return async (site: Site, locale: Locale, limit: number): Promise<PublishedArticle[]> => {
    const ids = await idsOf(site, locale);
    return site.ctx.transaction(async (tx) => {
      const pinned = await pinnedIds(tx, site.readers, locale, limit);
      const articles = await publishedByIds(tx, site.readers, [...new Set([...pinned, ...ids])].slice(0, limit + pinned.length));
      return articles.slice(0, limit);
    });
  };
}
export type FrequentQuestions = ReturnType<typeof frequentQuestions>;
