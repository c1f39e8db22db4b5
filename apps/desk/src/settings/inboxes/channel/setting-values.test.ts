import type { Field } from '@madoguchi/contract/channels.ts';
import { expect, test } from 'vitest';
import { bodyOf, formOf, settingFaults, withoutSecrets } from './setting-values.ts';

const fields: Field[] = [
  { name: 'host', kind: 'host', required: true },
  { name: 'port', kind: 'number', required: true, default: 993, min: 1, max: 65_535 },
  { name: 'sign_in', kind: 'choice', required: true, choices: ['password', 'oauth'], default: 'password' },
  { name: 'password', kind: 'secret', required: true, when: { field: 'sign_in', is: ['password'] } },
  { name: 'client_id', kind: 'text', required: true, when: { field: 'sign_in', is: ['oauth'] } },
  { name: 'reply_to', kind: 'email', required: false },
  { name: 'spam', kind: 'boolean', required: false },
];

test('a new inbox begins with the defaults, and only what is missing is blamed', () => {
  const values = formOf(fields, null);
  expect(values).toMatchObject({ host: '', port: 993, sign_in: 'password', password: '', spam: false });
  expect(Object.keys(settingFaults(fields, values, []))).toEqual(['host', 'password']);
});

test('a secret that is kept need not be typed again, and is not sent', () => {
  const stored = { values: { host: 'mail.hazuki-saji.example' }, secretsSet: ['password'], hookUrl: null };
  const values = formOf(fields, stored);
  expect(settingFaults(fields, values, stored.secretsSet)).toEqual({});
  expect(bodyOf(fields, values)).toEqual({ host: 'mail.hazuki-saji.example', port: 993, sign_in: 'password', spam: false });
});

test('a typed secret replaces the kept one, a removed one is sent empty', () => {
  const values = formOf(fields, null);
  expect(bodyOf(fields, { ...values, password: ' s3cret ' })).toMatchObject({ password: 's3cret' });
  expect(bodyOf(fields, { ...values, password: null })).toMatchObject({ password: '' });
});

test('a field that hangs on another choice is neither asked for nor sent', () => {
  const values = { ...formOf(fields, null), host: 'mail.example', sign_in: 'oauth', password: 'left over' };
  expect(Object.keys(settingFaults(fields, values, []))).toEqual(['client_id']);
  expect(bodyOf(fields, values)).not.toHaveProperty('password');
});

test('slips of the pen are told before they are sent', () => {
  const values = { ...formOf(fields, null), host: 'https://mail.example', port: 70_000, reply_to: 'suzuki', password: 'x' };
  expect(settingFaults(fields, values, [])).toEqual({
    host: { word: 'fault.setting_host' },
    port: { word: 'fault.at_most', values: { max: 65_535 } },
    reply_to: { word: 'fault.email' },
  });
});

test('what is kept of an unfinished form holds no secret', () => {
  expect(withoutSecrets(fields, { ...formOf(fields, null), host: 'mail.example', password: 's3cret' })).toMatchObject({
    host: 'mail.example',
    password: '',
  });
});
