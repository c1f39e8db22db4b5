// A reply that quotes an article must not say another figure, or the opposite word, than the article does.
import type { Finding, Rule } from '../reply-checks.types.ts';
import { findAll } from './find.rules.ts';

const FIGURE =
  /(?<![\d.,，-])(?<figure>\d{1,3}(?:[,，]\d{3})+|\d+(?:\.\d+)?)\s*(?<unit>円|万円|%|％|パーセント|営業日|日間?|時間|時|分|週間?|か月|ヶ月|ヵ月|カ月|年間?|個|点|本|枚|台|回|名|人|kg|g|cm|mm|ml|GB|MB|yen|percent|business days?|days?|hours?|minutes?|weeks?|months?|years?|pounds?|dollars?)(?![a-z])/giu;

const plain = (text: string): string => text.normalize('NFKC');
const value = (figure: string): number => Number(figure.replaceAll(/[,，]/g, ''));

/** Units that say the same are compared with each other. */
const unitOf = (unit: string): string => {
  const lower = unit.toLowerCase().replace(/s$/, '');
  const same: Record<string, string> = {
    パーセント: '%',
    percent: '%',
    日間: '日',
    day: '日',
    週: '週間',
    week: '週間',
    ヶ月: 'か月',
    ヵ月: 'か月',
    カ月: 'か月',
    month: 'か月',
    年間: '年',
    year: '年',
    yen: '円',
    hour: '時間',
    minute: '分',
    'business day': '営業日',
  };
  return same[lower] ?? lower;
};

type Figure = { value: number; unit: string };

/** 1万円 is 10000円. */
const normal = (figure: string, unit: string): Figure =>
  unit === '万円' ? { value: value(figure) * 10_000, unit: '円' } : { value: value(figure), unit: unitOf(unit) };

const figuresIn = (text: string): Figure[] => [...plain(text).matchAll(FIGURE)].map(({ groups }) => normal(groups!.figure!, groups!.unit!));

const shown = ({ value: number, unit }: Figure): string => `${number.toLocaleString('en-US')}${/^[a-z]/.test(unit) ? ' ' : ''}${unit}`;

/** A figure that the article does not have, where it has others of that unit. What was said before in the conversation may be said. */
export const figureRule: Rule = ({ text, articles, said }) => {
  if (articles.length === 0) return [];
  const theirs = articles.flatMap(figuresIn);
  const known = new Set([...theirs, ...figuresIn(said)].map((figure) => `${figure.value} ${figure.unit}`));
  return findAll(text, FIGURE, ({ groups }) => {
    const mine = normal(plain(groups!.figure!), plain(groups!.unit!));
    const sameUnit = [...new Set(theirs.filter(({ unit }) => unit === mine.unit).map(shown))];
    if (sameUnit.length === 0 || known.has(`${mine.value} ${mine.unit}`)) return null;
    return { rule: 'different_figure', weight: 'warning', against: sameUnit.slice(0, 4).join('・') };
  });
};

/** Pairs of which one says what the other denies. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['追加', '割引'],
  ['加算', '減額'],
  ['有料', '無料'],
  ['可能', '不可'],
  ['以内', '以降'],
  ['以上', '以下'],
  ['以上', '未満'],
  ['返金', '請求'],
  ['税込', '税抜'],
  ['元払い', '着払い'],
  ['お客様負担', '当社負担'],
  ['できます', 'できません'],
  ['必要です', '不要です'],
  ['additional', 'discount'],
  ['surcharge', 'discount'],
  ['at least', 'at most'],
  ['within', 'after'],
  ['included', 'excluded'],
];

const NEAR = 12;

/** The words right before and after a figure, as far as the next figure or the end of the sentence. */
function around(text: string, from: number, to: number): string {
  const before =
    text
      .slice(Math.max(0, from - NEAR), from)
      .split(/[。\n!！?？\d]/)
      .at(-1) ?? '';
  const after = text.slice(to, to + NEAR).split(/[。\n!！?？\d]/)[0] ?? '';
  return `${before}${after}`;
}

/** Beside the very same figure, the article says 割引 where the reply says 追加. */
export const oppositeRule: Rule = ({ text, articles }): Finding[] => {
  if (articles.length === 0) return [];
  const theirs = articles.flatMap((article) => {
    const words = plain(article);
    return [...words.matchAll(FIGURE)].map(({ groups, 0: found, index }) => ({
      ...normal(groups!.figure!, groups!.unit!),
      words: around(words, index, index + found.length),
    }));
  });
  return findAll(text, FIGURE, ({ groups, 0: found, index }) => {
    const mine = normal(plain(groups!.figure!), plain(groups!.unit!));
    const words = around(text, index!, index! + found.length);
    for (const article of theirs.filter((one) => one.value === mine.value && one.unit === mine.unit))
      for (const [a, b] of OPPOSITES)
        for (const [said, denied] of [[a, b] as const, [b, a] as const])
          if (words.includes(said) && !words.includes(denied) && article.words.includes(denied) && !article.words.includes(said))
            return { rule: 'opposite_word', weight: 'warning', against: `${shown(article)}: ${denied}` };
    return null;
  });
};
