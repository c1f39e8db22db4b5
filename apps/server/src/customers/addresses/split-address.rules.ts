// Pure: one line of a Japanese address → its parts, by the names that prefectures and cities have. There is no list of towns here.
import type { Address } from '@madoguchi/contract/customers.ts';
import { postalCode } from './address.rules.ts';

const PREFECTURES =
  `北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県
  静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県
  熊本県 大分県 宮崎県 鹿児島県 沖縄県`.split(/\s+/);
/** Cities with wards, which people write without their prefecture. */
const WARD_CITIES = new Map(
  `札幌市北海道 仙台市宮城県 さいたま市埼玉県 千葉市千葉県 横浜市神奈川県 川崎市神奈川県 相模原市神奈川県 新潟市新潟県 静岡市静岡県 浜松市静岡県 名古屋市愛知県
  京都市京都府 大阪市大阪府 堺市大阪府 神戸市兵庫県 岡山市岡山県 広島市広島県 北九州市福岡県 福岡市福岡県 熊本市熊本県`
    .split(/\s+/)
    .map((pair) => pair.match(/^(.+?市)(.+)$/)!.slice(1) as [string, string]),
);
/** Cities whose name has 市, 郡, 町 or 村 in it before its end. */
const MISLEADING =
  /^(?:市川市|市原市|四日市市|廿日市市|野々市市|八日市市|今市市|郡上市|郡山市|大和郡山市|蒲郡市|小郡市|十日町市|大町市|町田市|村上市|村山市|東村山市|武蔵村山市|羽村市|大村市|田村市|中村市|玉村市)/;
const ISLANDS = /^(?:大島町|利島村|新島村|神津島村|三宅村|御蔵島村|八丈町|青ヶ島村|小笠原村)/;
const COUNTY = /^.{1,5}?郡(?:市貝町|上市町|下市町|高市町|余市町|玉村町|大町町|東村|.{1,6}?[町村])/;

/** Where the house number begins and ends; what comes after it is the building. */
const KANJI = '[一二三四五六七八九十]+(?=丁目|番|号)';
const NUMBER = new RegExp(
  `^(.*?(?:[0-9]|${KANJI})(?:[0-9]|-|丁目|番地|番|号|${KANJI}|の(?=[0-9]))*)(?:\\s+|(?=[^0-9\\s-])(?!丁目|番|号|の[0-9]|${KANJI}))(.*)$`,
  'u',
);

/** A line as it is kept: full-width digits and the many hyphens between digits made plain. */
const plain = (line: string): string =>
  line
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=[0-9])[‐‑‒–—―−－ーｰ](?=[0-9])/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * 〒600-8001京都府京都市下京区四条通1-2 花月荘201 → its parts. What cannot be told stays in `street`: nothing that was typed is lost, and an agent
 * corrects it in place.
 */
export function splitAddress(line: string): Address {
  let rest = plain(line);
  const [typed = '', code] = /^〒?\s?([0-9]{3}-?[0-9]{4})\s?/.exec(rest) ?? [];
  if (code) rest = rest.slice(typed.length);
  const found = PREFECTURES.find((one) => rest.startsWith(one));
  if (found) rest = rest.slice(found.length).trimStart();
  const { city, prefecture } = cityOf(rest, found ?? '');
  rest = rest.slice(city.length).trimStart();
  const [, street = rest, building = ''] = city === '' ? [] : (NUMBER.exec(rest) ?? []);
  return { postalCode: code ? (postalCode(code) ?? '') : '', prefecture, city, street: street.trim(), building: building.trim() };
}

function cityOf(rest: string, prefecture: string): { city: string; prefecture: string } {
  const warded = [...WARD_CITIES].find(([city, of]) => rest.startsWith(city) && (prefecture === '' || prefecture === of));
  if (warded) {
    const ward = /^.{1,5}?区/.exec(rest.slice(warded[0].length))?.[0] ?? '';
    return { city: warded[0] + ward, prefecture: prefecture || warded[1] };
  }
  const patterns = [
    MISLEADING,
    ...(prefecture === '東京都' ? [/^.{1,4}?区/, ISLANDS] : []),
    ...(prefecture === '' ? [] : [COUNTY, /^.{1,7}?市/, /^.{1,6}?[町村]/]),
  ];
  const city = patterns.map((pattern) => pattern.exec(rest)?.[0]).find((one) => one !== undefined) ?? '';
  return { city, prefecture };
}
