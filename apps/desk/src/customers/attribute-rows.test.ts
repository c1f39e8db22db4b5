import { expect, test } from 'vitest';
import { sato } from '../../../../fixtures/customers.ts';
import { attributeFaults, attributesOf, nextRow, rowsOf } from './attribute-rows.ts';

test("Sato's attributes come back as they were when nothing is changed", () => {
  expect(attributesOf(rowsOf(sato.attributes))).toEqual(sato.attributes);
});

test('a new empty row changes nothing; with a name it is a new attribute', () => {
  const rows = rowsOf(sato.attributes);
  const added = nextRow(rows);
  expect(attributesOf([...rows, added])).toEqual(sato.attributes);
  expect(attributesOf([...rows, { ...added, name: ' 好み ', value: '深蒸し' }])).toEqual({ ...sato.attributes, 好み: '深蒸し' });
});

test('a value without a name and a name used twice are said beside their rows', () => {
  const rows = [
    { id: 0, name: '会員', value: 'はい' },
    { id: 1, name: '会員 ', value: 'いいえ' },
    { id: 2, name: '', value: '深蒸し' },
    { id: 3, name: '', value: '' },
  ];
  expect(attributeFaults(rows)).toEqual({
    'attributes.1': { word: 'fault.attribute_twice' },
    'attributes.2': { word: 'fault.attribute_name' },
  });
});
