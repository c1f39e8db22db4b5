import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const page = {
  src: 'https://desk.example/messenger.js?v=2',
  data: { inbox: 'chat-1' },
  wishes: undefined,
  htmlLang: '',
  browserLang: 'en-US',
};

describe('the script tag', () => {
  test('names the inbox, and its own address names the server', () => {
    expect(readSettings(page)).toEqual({ origin: 'https://desk.example', inboxKey: 'chat-1', locale: 'en', color: null });
  });

  test('without an inbox or an address there is no messenger', () => {
    expect(readSettings({ ...page, data: {} })).toBeNull();
    expect(readSettings({ ...page, data: { inbox: ' ' } })).toBeNull();
    expect(readSettings({ ...page, src: '' })).toBeNull();
    expect(readSettings({ ...page, src: 'file:///messenger.js' })).toBeNull();
  });

  test('the language is asked of the tag, then the page’s wishes, then the page, then the browser', () => {
    const all = { ...page, data: { inbox: 'a', locale: 'ja-JP' }, wishes: { locale: 'en' }, htmlLang: 'en', browserLang: 'en' };
    expect(readSettings(all)?.locale).toBe('ja');
    expect(readSettings({ ...all, data: { inbox: 'a' } })?.locale).toBe('en');
    expect(readSettings({ ...all, data: { inbox: 'a' }, wishes: {}, htmlLang: 'ja' })?.locale).toBe('ja');
    expect(readSettings({ ...page, browserLang: 'ja' })?.locale).toBe('ja');
  });

  test('a language we do not speak is answered in English', () => {
    expect(readSettings({ ...page, htmlLang: 'fr' })?.locale).toBe('en');
    expect(readSettings({ ...page, htmlLang: 'jam' })?.locale).toBe('en');
  });

  test('a color that is none is left out', () => {
    expect(readSettings({ ...page, data: { inbox: 'a', color: '#00aa77' } })?.color).toBe('#00aa77');
    expect(readSettings({ ...page, data: { inbox: 'a', color: 'red;}' } })?.color).toBeNull();
  });
});
