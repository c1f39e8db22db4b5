// Whose name stands before 様: the wrong person's is the worst slip a reply can hold.
import type { Finding, Rule } from '../reply-checks.types.ts';
import { findAll } from './find.rules.ts';

/** What stands before 様 and is nobody's name: roles, and words that end in 様. */
const NOBODY =
  /^(?:客|御中|皆|子|奥|旦那|神|王|模|同|仕|一|多|有|異|何|左|殿|先|〇+|.*各位|.*(?:者|人|主|先|社|店|業|員)|本人|家族|両親|担当|法人|企業|得意|母|父|姉|兄|嬢|友人|連れ|オーナー|[\p{Script=Katakana}ー]*(?:ユーザー|メンバー|スタッフ|サポーター))$/u;
const SAMA =
  /(?<![\p{Script=Han}々\p{Script=Katakana}ーa-zA-Z])(?<name>(?!様)[\p{Script=Han}々ヶ]{1,5}?(?:[ 　][\p{Script=Han}々ヶ\p{Script=Hiragana}\p{Script=Katakana}ー]{1,6}?)?|[\p{Script=Katakana}ー・]{2,15}|[A-Z][a-zA-Z]+(?: [A-Z][a-zA-Z]+)?)[ 　]?(?:様|さま)(?![々式子相])/gu;
const TITLE = /(?:社長|部長|課長|係長|店長|所長|会長|専務|常務|主任)$/u;
const LATIN_GREETING = /^(?:dear|hi|hello)[ ,]+(?:mr\.?|ms\.?|mrs\.?|dr\.?)?\s*(?<name>[A-Z][a-zA-Z'’-]+(?: [A-Z][a-zA-Z'’-]+)?)/gim;
const GENERAL = /^(?:customer|team|sir|madam|all|everyone|there|valued|friend|colleague)/i;

const bare = (name: string): string => name.normalize('NFKC').replace(TITLE, '').replaceAll(/\s+/g, '').toLowerCase();

/** Whether a name is the customer's: the whole of it, its family name or its given name. */
function isOf(customer: string, name: string): boolean {
  const parts = customer.normalize('NFKC').trim().split(/\s+/).map(bare);
  const said = bare(name);
  const whole = bare(customer);
  return said === whole || parts.includes(said) || (parts.length === 1 && said.length >= 1 && whole.startsWith(said));
}

/** Somebody else's name with 様, or in an English greeting, that nobody said in this conversation. */
export const otherNameRule: Rule = ({ text, customerName, said, agentNames }) => {
  if (customerName.trim() === '') return [];
  const known = bare(said);
  const judged = new Map<string, boolean>();
  const isKnown = (name: string) => {
    const before = judged.get(name);
    if (before !== undefined) return before;
    const now = isOf(customerName, name) || known.includes(bare(name)) || agentNames.some((agent) => isOf(agent, name));
    judged.set(name, now);
    return now;
  };
  const other = { rule: 'other_name', weight: 'warning', against: customerName } as const;
  return [
    ...findAll(text, SAMA, ({ groups }) => (NOBODY.test(groups!.name!) || isKnown(groups!.name!) ? null : other)),
    ...findAll(text, LATIN_GREETING, ({ groups }) => (GENERAL.test(groups!.name!) || isKnown(groups!.name!) ? null : other)),
  ];
};

/** An order number that only other customers spoke of. Compared as written, in any width and case. */
export const otherOrderRule: Rule = ({ text, othersOrders }) => {
  const folded = foldEach(text);
  return othersOrders.flatMap((order) =>
    findAll(folded, new RegExp(escaped(foldEach(order)), 'g'), () => ({ rule: 'other_order', weight: 'warning' })).map((one) => ({
      ...one,
      found: text.slice(one.from, one.to),
    })),
  );
};

/** Width and case are one, and every place stays where it was. */
const foldEach = (text: string): string =>
  [...text]
    .map((character) => {
      const normal = character.normalize('NFKC').toLowerCase();
      return normal.length === character.length ? normal : character;
    })
    .join('');

/** The customer's name at the head of a Japanese reply with nothing behind it. */
export const bareNameRule: Rule = ({ text, customerName, locale }) => {
  const parts = customerName.trim().split(/[\s　]+/);
  const family = parts[0] ?? '';
  if (locale !== 'ja' || !/^[\p{Script=Han}々ヶ\p{Script=Katakana}ー]{1,10}$/u.test(family) || [...family].length < 2) return [];
  const given = parts[1] ? `(?:[ 　]?${escaped(parts[1])})?` : '';
  // Only as an address: alone on the first line, or before a comma at its beginning.
  return findAll(text, new RegExp(`^\\s*${escaped(family)}${given}(?=[ 　]*(?:\\n|[、,]))`, 'g'), ({ 0: found }) => ({
    rule: 'bare_name',
    weight: 'warning',
    instead: `${found.trim()} 様`,
  }));
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const doubled: readonly { pattern: RegExp; instead: string | null }[] = [
  { pattern: /様様|さま様|様さま/g, instead: '様' },
  { pattern: /御中[ 　]?様|様[ 　]?御中/g, instead: '御中' },
  { pattern: /各位(?:様|殿)/g, instead: '各位' },
  { pattern: /お客様各位殿/g, instead: 'お客様各位' },
  { pattern: /殿様(?=\s|$)/gm, instead: '様' },
  { pattern: /さん様|先生様|様先生/g, instead: '様' },
  { pattern: /(?<role>社長|部長|課長|係長|店長|所長|会長|専務|常務|主任)様/g, instead: '$<role>' },
];

/** 様 twice, 様 on top of 御中, of 各位 or of a title that is an honorific itself; and 御中 before a person of that company. */
export const honorificRule: Rule = ({ text }): Finding[] => [
  ...doubled.flatMap(({ pattern, instead }) =>
    findAll(text, pattern, ({ groups }) => ({
      rule: 'honorific',
      weight: 'warning',
      instead: instead?.replace('$<role>', groups?.role ?? '') ?? null,
    })),
  ),
  ...findAll(text, /御中(?=[ 　]*\n?[ 　]*[^\n、。]{1,20}様(?![々式子相]))/g, () => ({
    rule: 'honorific',
    weight: 'warning',
    instead: '',
  })),
];
