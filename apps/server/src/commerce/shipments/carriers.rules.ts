// Pure: carriers and their pages.
import type { Carrier } from '@madoguchi/contract/commerce.ts';

const PAGES: Readonly<Record<Exclude<Carrier, 'other'>, (number: string) => string>> = {
  // ヤマト運輸 荷物お問い合わせシステム, by its address that takes a number.
  yamato: (number) => `https://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id=${number}`,
  // 佐川急便 お荷物問い合わせサービス.
  sagawa: (number) => `https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo=${number}`,
  // 日本郵便 個別番号検索.
  japan_post: (number) => `https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=${number}&searchKind=S002&locale=ja`,
};

/** Where a parcel can be followed: the shop's own link if it gave one, else the carrier's page; empty when there is none. */
export function trackingUrl(carrier: Carrier, number: string, own: string): string {
  const plain = number.normalize('NFKC').replace(/[^\dA-Za-z]/g, '');
  if (own !== '' || carrier === 'other' || plain === '') return own;
  return PAGES[carrier](plain);
}

const NAMES: readonly [RegExp, Carrier][] = [
  [/yamato|kuroneko|ヤマト|クロネコ/i, 'yamato'],
  [/sagawa|佐川|飛脚/i, 'sagawa'],
  [/japan\s*post|日本郵便|ゆうパック|ゆうぱっく|レターパック|\bems\b/i, 'japan_post'],
];

/** Which carrier a name means: "Yamato (JA)", クロネコヤマト, 日本郵便 … */
export const carrierNamed = (name: string): Carrier => NAMES.find(([pattern]) => pattern.test(name.normalize('NFKC')))?.[1] ?? 'other';
