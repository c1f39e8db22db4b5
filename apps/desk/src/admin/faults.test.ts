import { expect, test } from 'vitest';
import { emailFault, faultAt, faults, faultsOf, fieldOf, textFault } from './faults.ts';

const problem = (code: string, errors?: { path: string; message: string }[]) => ({
  type: 'about:blank',
  title: code,
  status: 400,
  code,
  errors,
});

test('a refused request blames the fields it names, however the server spells the path', () => {
  expect(['name', 'body.name', '/body/name', '.name'].map(fieldOf)).toEqual(['name', 'name', 'name', 'name']);
  const found = faultsOf(problem('request.invalid', [{ path: 'body.greeting.ja', message: 'text.malformed' }]));
  expect(found).toEqual({ 'greeting.ja': { word: 'fault.malformed' } });
  expect(faultAt(found, 'greeting')).toEqual({ word: 'fault.malformed' });
  expect(faultAt(found, 'greet')).toBeUndefined();
});

test('an English sentence of the validator never reaches the screen', () => {
  const found = faultsOf(problem('request.invalid', [{ path: 'email', message: 'Invalid email address' }]));
  expect(found).toEqual({ email: { word: 'fault.refused' } });
});

test('a channel blames its own settings, by codes', () => {
  const refused = { ...problem('settings.invalid'), fields: { host: 'invalid', password: 'required', region: 'brand_new' } };
  expect(faultsOf(refused)).toEqual({
    host: { word: 'fault.setting_invalid' },
    password: { word: 'fault.required' },
    region: { word: 'fault.refused' },
  });
});

test('a refusal with its own code blames its field; any other code blames none', () => {
  const refusals = { 'agent.email_taken': { path: 'email', word: 'fault.email_taken' } } as const;
  expect(faultsOf(problem('agent.email_taken'), refusals)).toEqual({ email: { word: 'fault.email_taken' } });
  expect(faultsOf(problem('server.failed'), refusals)).toEqual({});
});

test('a refusal repeats what the server names', () => {
  const refusals = { 'synonym.word_taken': { path: 'words', word: 'fault.synonym_taken', tells: 'word' } } as const;
  expect(faultsOf({ ...problem('synonym.word_taken'), word: '冷蔵便' }, refusals)).toEqual({
    words: { word: 'fault.synonym_taken', values: { word: '冷蔵便' } },
  });
});

test('a text is required, not too long and storable', () => {
  expect(textFault('  ', 10)).toEqual({ word: 'fault.required' });
  expect(textFault('', 10, null)).toBeUndefined();
  expect(textFault('あ'.repeat(12), 10)).toEqual({ word: 'fault.too_long', values: { max: '10', over: '2' } });
  expect(textFault('\ud800', 10)).toEqual({ word: 'fault.malformed' });
  expect(faults({ name: textFault('佐藤', 10), email: textFault('', 10) })).toEqual({ email: { word: 'fault.required' } });
});

test('an e-mail address has two halves and a dot', () => {
  expect(emailFault('suzuki@hazuki-saji.example')).toBeUndefined();
  expect(emailFault('suzuki＠hazuki-saji.example')).toEqual({ word: 'fault.email' });
  expect(emailFault('suzuki@hazuki')).toEqual({ word: 'fault.email' });
});
