import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const read = (hosts: string) => readConfig({ MADOGUCHI_MODEL_HOSTS: hosts, MADOGUCHI_HOME: '.' }, '/tmp').modelHosts;

test('hosts of language models are named one by one; none is the default', () => {
  expect(readConfig({ MADOGUCHI_HOME: '.' }, '/tmp').modelHosts).toEqual([]);
  expect(read(' Localhost:11434, 10.0.0.7,[::1]:8080 ,')).toEqual(['localhost:11434', '10.0.0.7', '[::1]:8080']);
});

test.each(['http://localhost', '*', '10.0.0.0/8', 'a b', 'localhost:port', 'me@localhost'])('%s names no host', (hosts) => {
  expect(() => read(hosts)).toThrow(ConfigError);
});

const readMail = (url: string, from = '') =>
  readConfig({ MADOGUCHI_SMTP_URL: url, MADOGUCHI_MAIL_FROM: from, MADOGUCHI_HOME: '.' }, '/tmp').mail;

test('a mail server is one address and a sender; none is the default', () => {
  expect(readMail('')).toBeNull();
  const url = 'smtp://shop:s%40crets@mail.shop.example:587';
  expect(readMail(url, 'はづき茶舗 <help@shop.example>')).toEqual({ url, from: 'はづき茶舗 <help@shop.example>' });
});

test.each([
  ['http://mail.shop.example', 'help@shop.example', 'MADOGUCHI_SMTP_URL'],
  ['mail.shop.example:587', 'help@shop.example', 'MADOGUCHI_SMTP_URL'],
  ['smtp://:hidden@mail.shop.example', 'help@shop.example', 'MADOGUCHI_SMTP_URL'],
  ['smtp://mail.shop.example/inbox', 'help@shop.example', 'MADOGUCHI_SMTP_URL'],
  ['smtp://mail.shop.example', '', 'MADOGUCHI_MAIL_FROM'],
  ['smtp://mail.shop.example', 'help', 'MADOGUCHI_MAIL_FROM'],
  ['smtp://mail.shop.example', 'help@shop.example\nBcc: all@shop.example', 'MADOGUCHI_MAIL_FROM'],
])('%s from %s is refused by name, without the password', (url, from, name) => {
  expect(() => readMail(url, from)).toThrow(name);
  expect(() => readMail(url, from)).not.toThrow(/hidden/);
});

test('what stands before questions and passages is one of three', () => {
  const prefixes = (text: string) => readConfig({ MADOGUCHI_EMBEDDING_PREFIXES: text, MADOGUCHI_HOME: '.' }, '/tmp').embeddingPrefixes;
  expect(prefixes('')).toBeNull();
  expect(prefixes('none')).toEqual({ kind: 'none', query: '', passage: '' });
  expect(prefixes('e5')).toEqual({ kind: 'e5', query: 'query: ', passage: 'passage: ' });
  expect(prefixes('検索クエリ: |検索文書: ')).toEqual({ kind: 'custom', query: '検索クエリ: ', passage: '検索文書: ' });
  expect(() => prefixes('E5!')).toThrow(ConfigError);
  expect(() => prefixes('a|b|c')).toThrow(ConfigError);
});

const readListen = (listen: string, more: Record<string, string> = {}) =>
  readConfig({ MADOGUCHI_SMTP_LISTEN: listen, MADOGUCHI_HOME: '.', ...more }, '/tmp').smtpListen;

test('mail is taken where the installation says, and nowhere by default', () => {
  expect(readListen('')).toBeNull();
  expect(readListen('0.0.0.0:25')).toEqual({ host: '0.0.0.0', port: 25, certificate: null });
  expect(readListen('[::]:2525')).toEqual({ host: '::', port: 2525, certificate: null });
});

test.each([
  ['25', {}, 'MADOGUCHI_SMTP_LISTEN'],
  ['0.0.0.0:0', {}, 'MADOGUCHI_SMTP_LISTEN'],
  ['0.0.0.0:70000', {}, 'MADOGUCHI_SMTP_LISTEN'],
  ['smtp://0.0.0.0:25', {}, 'MADOGUCHI_SMTP_LISTEN'],
  ['', { MADOGUCHI_SMTP_CERT: 'cert.pem', MADOGUCHI_SMTP_KEY: 'key.pem' }, 'MADOGUCHI_SMTP_LISTEN'],
  ['0.0.0.0:25', { MADOGUCHI_SMTP_CERT: 'cert.pem' }, 'MADOGUCHI_SMTP_KEY'],
  ['0.0.0.0:25', { MADOGUCHI_SMTP_CERT: 'missing.pem', MADOGUCHI_SMTP_KEY: 'missing.pem' }, 'cannot be used'],
])('a door at "%s" with %o is refused by name', (listen, more, name) => {
  expect(() => readListen(listen, more)).toThrow(ConfigError);
  expect(() => readListen(listen, more)).toThrow(name);
});
