import type { Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { followLog, type Tail } from '../../platform/event-log/tail.ts';
import { foldText } from '../../platform/text/fold.ts';
import { hasCjk } from '../../platform/text/scripts.ts';
import { sharedTokenizer } from '../../platform/text/tokenizer.ts';
import { changesPublishedArticles } from '../knowledge.events.ts';
import { articlePath } from '../knowledge.rules.ts';
import type { KnowledgeSearch, Readers } from '../knowledge.types.ts';
import { type Askable, askables } from './askable.queries.ts';
import { SLIP } from './match.rules.ts';
import { type Phrase, phraseOf } from './phrases.rules.ts';
import { rankSuggestions } from './rank.rules.ts';
import type { Suggestions } from './suggest.types.ts';
import { readTyped } from './typed.rules.ts';

type Offer = Askable & { phrases: Phrase[] };
type Kept = { offers: Map<string, Offer>; ready: Promise<void>; isReady: boolean; work: Promise<void> };

/** More ways to ask than this add nothing that the search would not find. */
const EXAMPLES = 30;
/** From so many characters on, the meaning is worth a search. */
const WORTH_SEARCHING = 3;
/** How many found articles to look at: some may be in another language. */
const SEARCHED = 12;

/**
 * Keeps the questions of published articles as they are compared with what is being typed, per workspace, and follows the log.
 * Until a workspace's questions are read, there are none.
 */
export function suggestions(
  platform: Platform,
  search: KnowledgeSearch,
  { log }: { log: { warn: (data: object, text: string) => void } },
): Suggestions {
  const kept = new Map<string, Kept>();
  let tail: Promise<Tail> | null = null;
  let closed = false;

  function follow(): Promise<Tail> {
    tail ??= followLog(platform, notice, { onError: (error) => log.warn({ error: error.message }, 'suggestions') });
    tail.catch(() => {
      tail = null;
    });
    return tail;
  }

  async function notice(facts: LoggedFact[]): Promise<void> {
    const changed = facts.filter(({ name, workspace_id }) => changesPublishedArticles.has(name) && kept.has(workspace_id));
    for (const [workspaceId, group] of Map.groupBy(changed, ({ workspace_id }) => workspace_id)) {
      const one = kept.get(workspaceId)!;
      const ids = [...new Set(group.map(({ data }) => (data as { articleId: string }).articleId))];
      one.work = one.work.then(() => put(workspaceId, one, ids)).catch(() => forget(workspaceId, one));
    }
  }

  /** What cannot be kept up to date is read again as a whole. */
  function forget(workspaceId: string, one: Kept): void {
    if (kept.get(workspaceId) === one) kept.delete(workspaceId);
  }

  async function put(workspaceId: string, one: Kept, ids?: string[]): Promise<void> {
    if (closed) return;
    const offers = await offersOf(await platform.db.as(systemViewer(workspaceId), (tx) => askables(tx, workspaceId, ids)));
    for (const id of ids ?? []) one.offers.delete(id);
    for (const offer of offers) one.offers.set(offer.id, offer);
  }

  async function keep(workspaceId: string): Promise<Kept> {
    if (closed) throw new Error('the suggestions are closed');
    const known = kept.get(workspaceId);
    if (known) return known;
    // Follow first, then read: whatever is committed after that reading comes as a fact.
    await follow();
    const again = kept.get(workspaceId);
    if (again) return again;
    const one: Kept = { offers: new Map(), isReady: false, ready: Promise.resolve(), work: Promise.resolve() };
    kept.set(workspaceId, one);
    one.ready = put(workspaceId, one).then(() => {
      one.isReady = true;
    });
    one.work = one.ready;
    one.ready.catch((error: Error) => {
      forget(workspaceId, one);
      if (!closed) log.warn({ workspaceId, error: error.message }, 'no suggestions from questions');
    });
    return one;
  }

  return {
    async suggest(readers, locale, typed, limit) {
      const { workspaceId, brandId, base } = readers;
      const input = readTyped(typed);
      if (input.folded === '') return [];
      const { offers, isReady } = await keep(workspaceId);
      const ranked = isReady ? rankSuggestions(offersFor(readers, offers.values()), locale, input, limit) : [];
      const isSure = ranked[0] !== undefined && ranked[0].fits < SLIP;
      const found = new Set(ranked.map(({ offer }) => offer));
      // Beside a question that begins as typed, what only means something like it would be noise.
      if (!isSure && [...input.folded].length >= WORTH_SEARCHING) {
        const { hits } = await search.search(workspaceId, typed, { limit: SEARCHED, brandId });
        for (const { id } of hits) {
          const offer = offers.get(id);
          if (offer?.locale === locale && isFor(readers, offer)) found.add(offer);
        }
      }
      return [...found]
        .slice(0, limit)
        .map(({ question, locale: spoken, slug }) => ({ question, url: articlePath({ locale: spoken, slug }, base) }));
    },
    warm: async (workspaceId) => (await keep(workspaceId)).ready,
    close: async () => {
      closed = true;
      await (await tail?.catch(() => null))?.stop();
      await Promise.allSettled([...kept.values()].map(({ work }) => work));
      kept.clear();
    },
  };
}

const isFor = ({ brandId }: Readers, { brandIds }: Askable): boolean => brandId === null || brandIds === null || brandIds.includes(brandId);

function* offersFor(readers: Readers, offers: Iterable<Offer>): Iterable<Offer> {
  for (const offer of offers) if (isFor(readers, offer)) yield offer;
}

async function offersOf(rows: Askable[]): Promise<Offer[]> {
  const folded = rows.map(({ question, examples }) => [question, ...examples.slice(0, EXAMPLES)].map(foldText));
  const japanese = [...new Set(folded.flat().filter(hasCjk))];
  const tokens = japanese.length > 0 ? await sharedTokenizer().analyseAll(japanese) : [];
  const byText = new Map(japanese.map((text, i) => [text, tokens[i]!]));
  return rows.map((row, i) => ({ ...row, phrases: folded[i]!.map((text) => phraseOf(text, byText.get(text) ?? [])) }));
}
