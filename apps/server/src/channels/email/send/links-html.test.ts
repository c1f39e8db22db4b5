import { expect, test } from 'vitest';
import { outbound } from '../../outbound.testkit.ts';
import { htmlOf } from './links-html.rules.ts';

const links = [
  { label: '😄 とても満足', url: 'https://help.example/surveys/w?rating=5' },
  { label: '😞 とても不満', url: 'https://help.example/surveys/w?rating=1' },
];

test('links stand side by side, each with its face; what was written stays words', () => {
  const html = htmlOf(outbound({ text: '<b>いかがでしたか</b>\n1つお選びください', links }), '葉月茶寮 & Co.');
  expect(html.match(/<td /g)).toHaveLength(2);
  expect(html).toContain('<a href="https://help.example/surveys/w?rating=5"');
  expect(html).toContain('😄</span><br>とても満足');
  expect(html).toContain('&lt;b&gt;いかがでしたか&lt;/b&gt;<br>1つお選びください');
  expect(html).toContain('葉月茶寮 &amp; Co.');
});
