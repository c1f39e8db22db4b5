// Splits Japanese addresses with the very rules of customers/addresses and says how many parts are right.
//   node scripts/eval-addresses.ts DIR/addresses.csv
// Columns: 住所, 都道府県, 市区町村, 町字, 番地号, その他. Town and number are compared as one street, in the spelling of numbers that both share.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { splitAddress } from '../apps/server/src/customers/addresses/split-address.rules.ts';

const NUMERALS = '〇一二三四五六七八九';

/** 五丁目２番１５号 and 5-2-15 alike. */
const street = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=丁目)/g, (numeral) => String(numberOf(numeral)))
    .replace(/丁目|番地|番|号|[‐‑‒–—―−ー]/g, '-')
    .replace(/\s/g, '')
    .replace(/-+/g, '-')
    .replace(/(?<![0-9])-|-$/g, '');

function numberOf(numeral: string): number {
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['0', numeral];
  return (tens === '' ? 1 : Math.max(0, NUMERALS.indexOf(tens))) * 10 + Math.max(0, NUMERALS.indexOf(ones));
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node scripts/eval-addresses.ts DIR/addresses.csv');
const rows = parse(readFileSync(file), { columns: true, relax_column_count: true }) as Record<string, string>[];
const right = { prefecture: 0, city: 0, street: 0 };
const missed: string[] = [];
for (const row of rows) {
  const found = splitAddress(row.住所 ?? '');
  const expected = street([row.町字, [row.番地号, row.その他].filter(Boolean).join('-')].join('-'));
  const is = {
    prefecture: found.prefecture === row.都道府県,
    city: found.city === row.市区町村,
    street: street(found.street + found.building) === expected || street(`${found.street}-${found.building}`) === expected,
  };
  for (const part of ['prefecture', 'city', 'street'] as const) right[part] += is[part] ? 1 : 0;
  if (!is.prefecture || !is.city || !is.street)
    missed.push(`${row.住所} → ${Object.values(found).join(' | ')} (${row.市区町村} | ${expected})`);
}
const share = (n: number): string => `${((100 * n) / rows.length).toFixed(1)} % (${n} of ${rows.length})`;
console.log(`prefecture ${share(right.prefecture)}\ncity ${share(right.city)}\nstreet ${share(right.street)}`);
for (const line of missed.slice(0, 20)) console.error(line);
