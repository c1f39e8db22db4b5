import { expect, test } from 'vitest';
import { keptAddress, postalCode } from './address.rules.ts';
import { splitAddress } from './split-address.rules.ts';

test.each([
  ['6008001', '600-8001'],
  ['〒６００−８００１', '600-8001'],
  ['600ー8001', '600-8001'],
  ['SW1A 1AA', null],
])('%s is the postal code %s', (typed, kept) => expect(postalCode(typed)).toBe(kept));

test('a postal code of elsewhere is kept as it was typed, and nothing is kept for nothing', () => {
  const empty = { postalCode: ' ', prefecture: '', city: '', street: '', building: '' };
  expect(keptAddress(empty)).toEqual({});
  expect(keptAddress({ ...empty, postalCode: 'SW1A 1AA' })).toEqual({ postalCode: 'SW1A 1AA' });
});

test.each([
  ['〒600-8001京都府京都市下京区四条通１丁目２－３　花月荘201', ['600-8001', '京都府', '京都市下京区', '四条通1丁目2-3', '花月荘201']],
  ['千葉県市川市八幡1-1-1', ['', '千葉県', '市川市', '八幡1-1-1', '']],
  ['三重県四日市市諏訪町1-5', ['', '三重県', '四日市市', '諏訪町1-5', '']],
  ['福島県郡山市朝日1丁目23番7号', ['', '福島県', '郡山市', '朝日1丁目23番7号', '']],
  ['東京都町田市森野2-2-22', ['', '東京都', '町田市', '森野2-2-22', '']],
  ['東京都八丈町大賀郷2551-2', ['', '東京都', '八丈町', '大賀郷2551-2', '']],
  ['北海道余市郡余市町朝日町26', ['', '北海道', '余市郡余市町', '朝日町26', '']],
  ['横浜市中区寿町1-1', ['', '神奈川県', '横浜市中区', '寿町1-1', '']],
  ['10 Downing Street, London', ['', '', '', '10 Downing Street, London', '']],
])('%s', (line, parts) => expect(Object.values(splitAddress(line))).toEqual(parts));
