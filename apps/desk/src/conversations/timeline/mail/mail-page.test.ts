import { expect, test } from 'vitest';
import { mailPage, remoteImages } from './mail-page.ts';

const html =
  '<p>割れていました</p><img data-content-id="a@mail" alt="急須"><img data-content-id="b@mail"><img data-remote-src="https://tracker.example/open.gif?a=1&amp;b=2">';
const inline = [
  { contentId: 'a@mail', name: 'image001.png' },
  { contentId: 'b@mail', name: 'image001.png' },
];
const files = [
  { name: 'image001.png', url: '/files/one' },
  { name: 'image001.png', url: '/files/two' },
];

test('pictures that came along are shown, also two of one name; those of the net wait until somebody asks', () => {
  const page = mailPage({ html, inline, files, remoteUrl: null });
  expect(page).toContain('src="/files/one"');
  expect(page).toContain('src="/files/two"');
  expect(page).not.toMatch(/\ssrc="https?:/);
  expect(page).toContain("default-src 'none'");
  expect(remoteImages(html)).toBe(1);
});

test('asked for, they come through the server, which hides who looks', () => {
  const page = mailPage({ html, inline, files, remoteUrl: (src) => `/through?src=${encodeURIComponent(src)}` });
  expect(page).toContain(`src="/through?src=${encodeURIComponent('https://tracker.example/open.gif?a=1&b=2')}"`);
});
