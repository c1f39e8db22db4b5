import { bannedInName, bannedInText } from './banned.ts';

export type Catalogue = Readonly<Record<string, string>>;
/** The two languages of one app. */
export type Pair = { ja: Catalogue; en: Catalogue };

const one = /_one$/;
const numbers = /^(count|number|total|seconds|minutes|hours|days)$/;

/** Everything that is wrong within one pair of catalogues: one line each, led by the key. */
export function faultsOf({ ja, en }: Pair): string[] {
  return [
    ...missing(ja, en),
    ...Object.entries({ ja, en }).flatMap(([language, texts]) => textFaults(texts, language as 'ja' | 'en')),
    ...placeholders({ ja, en }),
  ];
}

/** Same keys in both; an English `x_one` may stand beside `x` alone, because Japanese does not count that way. */
function missing(ja: Catalogue, en: Catalogue): string[] {
  const lacking = (has: Catalogue, lacks: Catalogue, name: string) =>
    Object.keys(has)
      .filter((key) => !(key in lacks) && !(has === en && one.test(key) && key.replace(one, '') in en))
      .map((key) => `${key}: missing in ${name}.json`);
  return [...lacking(ja, en, 'en'), ...lacking(en, ja, 'ja')];
}

function textFaults(texts: Catalogue, language: 'ja' | 'en'): string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    if (typeof text !== 'string' || text.trim() === '') return [`${key}: empty in ${language}.json`];
    const names = language === 'ja' ? bannedInName(key) : [];
    return [...names, ...bannedInText(text, language)].map((fault) => `${key}: ${fault} (${language}.json)`);
  });
}

function placeholders({ ja, en }: Pair): string[] {
  return Object.entries(en).flatMap(([key, text]) => {
    const base = ja[key] ?? ja[key.replace(one, '')];
    if (typeof base !== 'string' || typeof text !== 'string') return [];
    const [wanted, got] = [namesIn(base), namesIn(text)];
    // "One conversation" or "in a minute" may say the number in words.
    const lacking = wanted.filter((name) => !got.includes(name) && !(one.test(key) && numbers.test(name)));
    const extra = got.filter((name) => !wanted.includes(name));
    return lacking.length + extra.length > 0 ? [`${key}: placeholders differ: ja {${wanted.join('} {')}}, en {${got.join('} {')}}`] : [];
  });
}

const namesIn = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort();
