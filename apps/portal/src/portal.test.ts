import { describe, expect, test } from 'vitest';
import * as built from './portal.tsx';
import type { Portal } from './portal.types.ts';
import { everyPage } from './test/every-page.ts';
import { attributes, count } from './test/html.ts';

const portal: Portal = built;

describe.each(['ja', 'en'] as const)('%s', (locale) => {
  test.each(Object.entries(everyPage(portal, locale)))('%s is a whole page that can be read by anybody', (name, html) => {
    expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${locale}">`));
    expect(count(html, /<h1[ >]/)).toBe(1);
    expect(count(html, /<main[ >]/)).toBe(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain('name="viewport"');

    const ids = attributes(html, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const attribute of ['for', 'aria-labelledby', 'aria-describedby'])
      for (const id of attributes(html, attribute).flatMap((value) => value.split(' '))) expect(ids).toContain(id);
    for (const target of attributes(html, 'href').filter((href) => href.startsWith('#'))) expect(ids).toContain(target.slice(1));

    // A frame brings its own page around it.
    if (!name.endsWith('frame')) for (const landmark of ['<header', '<nav', '<footer']) expect(html).toContain(landmark);
  });

  test.each(Object.entries(everyPage(portal, locale)))('%s needs no exception from a strict policy', (_name, html) => {
    expect(html).not.toMatch(/\son\w+=|\sstyle=|javascript:/i);
    // Scripts are files of the same server; what stands in the page itself is data.
    for (const [element] of html.matchAll(/<script[^>]*>/g)) expect(element).toMatch(/src="\/|type="application\/ld\+json"/);
  });

  test.each(Object.entries(everyPage(portal, locale)))('%s speaks its own language, and every text of it', (_name, html) => {
    const words = html.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<[^>]*>/g, ' ');
    expect(words).not.toMatch(
      /\b(?:site|home|faq|search|category|article|feedback|ways|waiting|form|fault|refusal|received|inquiry)\.[a-z_]+/,
    );
    expect(words).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  test.each(Object.entries(everyPage(portal, locale)))('%s keeps its reader in that language', (_name, html) => {
    const inside = [...attributes(html, 'href'), ...attributes(html, 'action')].filter(
      (path) => path.startsWith('/help') && !path.includes('/assets/'),
    );
    const [own, other] = [inside.filter((path) => path.startsWith('/help/en')), inside.filter((path) => !path.startsWith('/help/en'))];
    // Besides the language link, only signed addresses that the model brought may lie elsewhere.
    const strangers = (locale === 'en' ? other : own).filter((path) => !path.startsWith('/help/inquiries/'));
    expect(strangers.length).toBeLessThanOrEqual(1);
  });
});

test('the frame has no header, footer or scripts of its own to load', () => {
  const html = everyPage(portal, 'ja')['form in a frame']!;
  expect(html).not.toMatch(/<header|<footer|<script/);
});
