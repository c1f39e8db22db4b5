// Pure: what an agent reads who takes a conversation over from the bot.
import type { Say } from '../../platform/words.ts';
import { isGreeting } from '../bot.phrases.ts';
import { languageName, writtenIn } from './written-in.rules.ts';

export type Titled = { articleId: string; title: string };

/** What was said, as far as a summary needs it. */
export type Said =
  /** `ownWords`: typed, and no button. `asked`: an answer was looked for. `no`: the last articles did not help. */
  | { by: 'customer'; text: string; ownWords: boolean; asked: boolean; no: boolean }
  | { by: 'bot'; quoted: readonly Titled[]; offered: readonly Titled[] };

/** Everything there is to tell. `locale`: the customer's screen. `collected`: what a flow asked for, in lines. */
export type Handed = {
  said: readonly Said[];
  locale: 'ja' | 'en';
  page: { url: string; title: string } | null;
  collected: string | null;
};

const LONGEST_QUESTION = 300;
const LONGEST_TITLE = 100;
const MOST_ARTICLES = 5;

/**
 * The note for whoever takes over, in plain lines and the company's language: what the customer asked (first and last, in their own words),
 * which articles they were shown and whether those helped, their language where it is another, the page they were on, what a flow
 * collected. Null when there is nothing that the last message does not say itself: a note without news only stands in the way.
 * @param home the company's language, which `say` speaks
 */
export function summaryOf(handed: Handed, home: 'ja' | 'en', say: Say): string | null {
  const { said, page, collected } = handed;
  const tried = triedIn(said);
  const told = [...questionLines(said, say), ...articleLines(tried, say)];
  const language = languageLine(handed, home, say);
  const hasWritten = said.some((one) => one.by === 'customer' && one.ownWords);
  // Who only wrote for a person in their language is read at a glance; who only pressed a button is not.
  if (told.length === 0 && !collected && !(language && !hasWritten)) return null;
  const lines = [say('summary.title'), ...told, ...(language ? [language] : []), ...(page ? [pageLine(page, say)] : [])];
  return [...(lines.length > 1 ? [lines.join('\n')] : []), ...(collected ? [collected] : [])].join('\n\n');
}

function questionLines(said: readonly Said[], say: Say): string[] {
  const asked = said.flatMap((one) => (one.by === 'customer' && one.asked && one.ownWords && !isGreeting(one.text) ? [one.text] : []));
  const [first, last] = [asked[0], asked.at(-1)].map((text) => text && cut(text, LONGEST_QUESTION));
  if (!first || !last) return [];
  return [say('summary.asked', { text: first }), ...(last === first ? [] : [say('summary.asked_last', { text: last })])];
}

/** `shown`: quoted, or only offered as a choice. `no`: the customer said that it did not help, or was none of what they meant. */
type Tried = Titled & { shown: 'quoted' | 'offered'; no: boolean };

/** Articles in the order in which they were first shown; what was offered and then chosen counts as quoted. */
function triedIn(said: readonly Said[]): Tried[] {
  const tried = new Map<string, Tried>();
  let last: readonly Titled[] = [];
  for (const one of said) {
    if (one.by === 'bot') {
      const { quoted, offered } = one;
      for (const article of quoted) tried.set(article.articleId, { ...article, shown: 'quoted', no: false });
      for (const article of offered)
        if (!tried.has(article.articleId)) tried.set(article.articleId, { ...article, shown: 'offered', no: false });
      last = quoted.length > 0 ? quoted : offered;
    } else if (one.no) {
      for (const { articleId } of last) tried.set(articleId, { ...tried.get(articleId)!, no: true });
    }
  }
  return [...tried.values()];
}

function articleLines(tried: readonly Tried[], say: Say): string[] {
  return (['quoted', 'offered'] as const).flatMap((shown) => {
    const articles = tried.filter((one) => one.shown === shown);
    if (articles.length === 0) return [];
    const titles = articles.slice(-MOST_ARTICLES).map(({ title, no }) => {
      const named = say('summary.article', { title: cut(title, LONGEST_TITLE) });
      return no ? say(`summary.no_${shown}`, { article: named }) : named;
    });
    const more = articles.length - titles.length;
    const list = titles.join(say('summary.and')) + (more > 0 ? say('summary.more', { count: more }) : '');
    return [say(`summary.${shown}`, { articles: list })];
  });
}

function languageLine({ said, locale }: Handed, home: 'ja' | 'en', say: Say): string | null {
  const written = writtenIn(said.flatMap((one) => (one.by === 'customer' && one.ownWords ? [one.text] : [])).join('\n'));
  const screen = languageName(locale, home);
  if (written === null) return locale === home ? null : say('summary.screen_language', { language: screen });
  if (written === home && locale === home) return null;
  const language = languageName(written, home);
  return written === locale ? say('summary.language', { language }) : say('summary.language_and_screen', { language, screen });
}

const pageLine = ({ title, url }: { url: string; title: string }, say: Say): string =>
  say('summary.page', { page: cut([title, url].filter(Boolean).join(' '), LONGEST_QUESTION) });

/** In one line, and not longer than so many characters. */
function cut(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}
