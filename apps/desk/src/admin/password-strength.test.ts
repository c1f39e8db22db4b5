import { expect, test } from 'vitest';
import { fujiwara } from '../../../../fixtures/agents.ts';
import { makePassword, SHORTEST, strengthOf } from './password-strength.ts';

test('a password below ten characters is too short, whatever it is made of', () => {
  expect(strengthOf('aB3$xY9!z')).toBe('too_short');
});

test('one character repeated, a word that everybody tries and the own name are weak', () => {
  expect(strengthOf('aaaaaaaaaaaaaaaa')).toBe('weak');
  expect(strengthOf('password12')).toBe('weak');
  expect(strengthOf('fujiwara2026', [fujiwara.name, fujiwara.email])).toBe('weak');
});

test('length and variety make it stronger step by step', () => {
  expect(strengthOf('ocha-no-jikan')).toBe('fair');
  expect(strengthOf('ocha-no-jikan-3ji')).toBe('good');
  expect(strengthOf('Ocha-no-jikan-wa-3ji')).toBe('strong');
});

test('a made password is long enough, strong and never the same', () => {
  const made = Array.from({ length: 20 }, makePassword);
  expect(new Set(made).size).toBe(20);
  for (const password of made) {
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(password.length).toBeGreaterThanOrEqual(SHORTEST);
  }
});
