import { describe, expect, test } from 'vitest';
import { baseOf, isSameServer } from './hosts.rules.ts';

const hosts = ['localhost:11434', '10.0.0.7', '[::1]'];

describe('where a model may live', () => {
  test.each([
    ['https://models.example/v1', 'https://models.example/v1'],
    ['https://models.example/v1/', 'https://models.example/v1'],
    ['https://models.example/v1/chat/completions', 'https://models.example/v1'],
    ['http://localhost:11434/v1', 'http://localhost:11434/v1'],
    ['http://10.0.0.7:9000/v1?x=1', 'http://10.0.0.7:9000/v1'],
    ['http://[::1]:8080/v1', 'http://[::1]:8080/v1'],
  ])('%s is called at %s', (address, base) => expect(baseOf(address, hosts)).toBe(base));

  test.each([
    'http://localhost:11435/v1',
    'http://models.example/v1',
    'http://10.0.0.70/v1',
    'https://name:word@models.example/v1',
    'ftp://localhost:11434/',
    'file:///etc/passwd',
    'models.example',
    '',
  ])('%s is refused', (address) => expect(baseOf(address, hosts)).toBeNull());

  test('a key stays with its server', () => {
    expect(isSameServer('https://a.example/v1', 'https://a.example/v2')).toBe(true);
    for (const other of ['https://b.example/v1', 'http://a.example/v1', 'https://a.example:8443/v1', '', 'nonsense'])
      expect(isSameServer('https://a.example/v1', other)).toBe(false);
  });
});
