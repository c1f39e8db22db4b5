import { stories } from '../fixtures/conversations.ts';
import { customers } from '../fixtures/customers.ts';
import { faqEn } from '../fixtures/faq/en.ts';
import { faqJa } from '../fixtures/faq/ja.ts';
import { questionsEn } from '../fixtures/questions/en.ts';
import { questionsJa } from '../fixtures/questions/ja.ts';

const sentences = (text: string): string[] =>
  (text.replace(/[#*`|[\]()]/g, ' ').match(/[^。！？!?\n]+[。！？!?]?/g) ?? []).map((one) => one.trim()).filter((one) => one.length > 5);
const ja = [
  ...questionsJa.map(({ ask }) => ask),
  ...faqJa.flatMap(({ question, answer, examples }) => [question, answer, ...examples]),
].flatMap(sentences);
const en = [
  ...questionsEn.map(({ ask }) => ask),
  ...faqEn.flatMap(({ question, answer, examples }) => [question, answer, ...examples]),
].flatMap(sentences);
const said = stories.flatMap(({ lines }) => lines.map(({ text }) => text));
const surnames =
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 森 池田 橋本 阿部 石川 前田 藤田 小川 岡田 後藤 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村'.split(
    ' ',
  );
const readings =
  'さとう すずき たかはし たなか いとう わたなべ やまもと なかむら こばやし かとう よしだ やまだ ささき やまぐち まつもと いのうえ きむら はやし さいとう しみず やまざき もり いけだ はしもと あべ いしかわ まえだ ふじた おがわ おかだ ごとう はせがわ むらかみ こんどう いしい さかもと えんどう あおき ふじい にしむら'.split(
    ' ',
  );
const given = '花子 太郎 美咲 健太 陽子 誠 由美子 浩二 恵 純一 直樹 葵 翔 結衣 大輔 真理子'.split(' ');
const openings = [
  'お世話になっております。',
  'こんにちは。',
  '',
  '',
  'すみません、',
  'お問い合わせありがとうございます。',
  '先日はありがとうございました。',
];
const endings = ['よろしくお願いいたします。', 'お願いします。', '', '', 'ご確認ください。', 'お返事をお待ちしています。'];

/** The same numbers for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

/** Messages such as customers and agents of the cast write, no two alike: sentences put together anew, with numbers and names. Every eighth is English. */
export function* messageTexts(count: number, seed = 1): Generator<string> {
  const roll = dice(seed);
  const one = (from: readonly string[]) => from[roll(from.length)] ?? '';
  for (let n = 0; n < count; n += 1) {
    const isEnglish = n % 8 === 7;
    const matter = isEnglish ? [one(en), one(en)] : roll(6) === 0 ? [one(said)] : Array.from({ length: 1 + roll(3) }, () => one(ja));
    const number =
      roll(5) === 0 ? (isEnglish ? `My order is HS-${100000 + roll(900000)}.` : `注文番号は HS-${100000 + roll(900000)} です。`) : '';
    const phone = roll(40) === 0 ? `090-${1000 + roll(9000)}-${1000 + roll(9000)}` : '';
    const name = roll(10) === 0 && !isEnglish ? `${one(surnames)}です。` : '';
    yield [isEnglish ? '' : one(openings), name, ...matter, number, phone, isEnglish ? '' : one(endings)]
      .filter(Boolean)
      .join(isEnglish ? ' ' : '');
  }
}

/** A person's name and how it is read; the cast itself first. */
export function person(n: number): { name: string; reading: string } {
  const known = customers[n];
  if (known) return known;
  const at = (n * 7) % surnames.length;
  return { name: `${surnames[at]} ${given[(n * 5) % given.length]}`, reading: readings[at] ?? '' };
}
