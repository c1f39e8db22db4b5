import { describe, expect, test } from 'vitest';
import { newId, subjectOf } from './identity.ts';

const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

describe('who the page says the customer is', () => {
  test('the subject is read from the token, Japanese names beside it do no harm', () => {
    expect(subjectOf(jwt({ name: '佐藤 花子', sub: 'c-1' }))).toBe('c-1');
    expect(subjectOf(jwt({ sub: 42 }))).toBe('42');
  });

  test.each([null, '', 'x', 'a.%%%.b', jwt({})])('%s names nobody', (token) => {
    expect(subjectOf(token)).toBeNull();
  });

  test('ids differ and are long enough for the server', () => {
    expect(newId()).not.toBe(newId());
    expect(newId().length).toBeGreaterThanOrEqual(8);
  });
});
