import { expect, test } from 'vitest';
import { companyDomain } from './domains.rules.ts';

test.each([
  ['tanaka@ryokan-kagetsu.example', 'ryokan-kagetsu.example'],
  ['＠Ryokan-Kagetsu.Example', 'ryokan-kagetsu.example'],
  ['sales.example.co.jp', 'sales.example.co.jp'],
  ['hanako@gmail.com', null],
  ['hanako@docomo.ne.jp', null],
  ['taro@a9.dion.ne.jp', null],
  ['localhost', null],
  ['花子', null],
])('%s speaks for %s', (typed, domain) => expect(companyDomain(typed)).toBe(domain));
