import { describe, expect, test } from 'vitest';
import { faqJa } from '../../../../fixtures/faq/ja.ts';
import { calloutWords } from './callout-words.ts';
import { excerptOf, markedParts, termsOf } from './excerpt.ts';
import { markdownToText, renderArticleBody, renderMarkdown } from './markdown.ts';
import { videoOf } from './video.ts';

describe('hostile Markdown', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror="alert(1)">',
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](javascript:alert(1))',
    '<a href="vbscript:alert(1)">x</a>',
    '<iframe src="https://a.example"></iframe>',
    '<form action="https://a.example"><input name=password></form>',
    '<style>body{display:none}</style>',
    '<div style="position:fixed" onclick="alert(1)">x</div>',
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<math><mtext></mtext><script>alert(1)</script></math>',
    '<base href="https://a.example"><meta http-equiv=refresh content=0>',
    '[x](//a.example/x)',
  ])('%s is disarmed', (markdown) => {
    expect(renderMarkdown(markdown)).not.toMatch(
      /<(?:script|style|iframe|form|input|svg|math|base|meta|div)|\son\w+=|\sstyle=|(?:java|vb)script:|data:|href="\/\//i,
    );
  });

  test('ids and classes of the page cannot be taken', () => {
    expect(renderMarkdown('<h2 id="main" class="faults">x</h2><p id="q" class="skip">y</p>')).toBe('<h2>x</h2><p>y</p>');
  });

  test('text that looks like marks comes out as text', () => {
    expect(renderMarkdown('1 < 2 & "3"')).toBe('<p>1 &lt; 2 &amp; "3"</p>');
  });
});

test('bold works where Japanese writes no space', () => {
  expect(renderMarkdown('**「返品」**は**8日以内**に。')).toBe('<p><strong>「返品」</strong>は<strong>8日以内</strong>に。</p>');
  expect(renderMarkdown('**送料（税込）**です')).toContain('<strong>送料（税込）</strong>です');
  expect(renderMarkdown('2 ** 3 と `**コード**` と \\*\\*星\\*\\*')).toBe('<p>2 ** 3 と <code>**コード**</code> と **星**</p>');
});

test('lines of an answer that was plain text stay lines', () => {
  expect(renderMarkdown('平日 10時〜18時\n土日 休み')).toBe('<p>平日 10時〜18時<br />土日 休み</p>');
});

test('tables keep their alignment and scroll in a frame of their own', () => {
  const html = renderMarkdown('| 先 | 送料 |\n|---|---:|\n| 北海道 | 1,210円 |');
  expect(html).toMatch(/^<div class="table-frame" tabindex="0"><table>[\s\S]*<\/table><\/div>$/);
  expect(html).toContain('<td class="align-right">1,210円</td>');
});

test('an outer link lends its page no good name; an inner one is left alone', () => {
  expect(renderMarkdown('[窯元](https://kiln.example/) [返品](/help/articles/return-policy)')).toBe(
    '<p><a href="https://kiln.example/" rel="noopener nofollow">窯元</a> <a href="/help/articles/return-policy">返品</a></p>',
  );
});

test('headings become addressable, from h2 down', () => {
  const { html, headings } = renderArticleBody('# 洗い方 & 手入れ\n\n### `網`の詰まり\n\n##### 深い');
  expect(headings).toEqual([
    { id: 'section-1', level: 2, text: '洗い方 & 手入れ' },
    { id: 'section-2', level: 3, text: '網の詰まり' },
  ]);
  expect(html).toContain('<h2 id="section-1">洗い方 &amp; 手入れ</h2>');
  expect(html).toContain('<h4>深い</h4>');
});

test('the words of an answer, a line for each block', () => {
  expect(
    markdownToText('**注意**：\n\n1. 「かご」を開く\n2. 「確定」を押す\n\n| 先 | 送料 |\n|---|---|\n| 九州 | 990円 |\n\n<b>1 < 2 & 3</b>'),
  ).toBe('注意：\n「かご」を開く\n「確定」を押す\n先 送料\n九州 990円\n1 < 2 & 3');
});

test('a title with an angle bracket ends no tag early', () => {
  expect(markdownToText('[窯元](https://kiln.example/ "a > b")の急須')).toBe('窯元の急須');
});

test('no article of the shop loses a word on the way to text', () => {
  for (const { slug, answer } of faqJa) {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').replace(/^\d/gm, '');
    const steps = answer.replace(/^\s*\d+\. /gm, '');
    expect(letters(markdownToText(answer)), slug).toBe(letters(steps));
  }
});

describe('excerpts', () => {
  const answer = faqJa.find((article) => article.slug === 'delivery-fee')!.answer;

  test('begin at the beginning, in one line', () => {
    expect(excerptOf(answer)).toMatch(/^一度のご注文の商品代金が5,500円[^\n]*…$/);
  });

  test('show the place that was looked for', () => {
    const excerpt = excerptOf(answer, 'ポスト便でも送れますか', 60);
    expect(excerpt).toMatch(/^….*ポスト便/);
    expect([...excerpt].length).toBeLessThanOrEqual(62);
  });

  test('a question’s words are its runs of kanji, katakana and Latin letters', () => {
    expect(termsOf('ｸﾚｼﾞｯﾄカードの決済は3Dですか')).toEqual(['クレジットカード', '決済', '3d']);
  });

  test('marks fall on the words and lose nothing of the text', () => {
    const parts = markedParts('返品の送料とご返品 (a+b)', '返品 (a+b)');
    expect(parts.map((part) => part.text).join('')).toBe('返品の送料とご返品 (a+b)');
    expect(parts.filter((part) => part.hit).map((part) => part.text)).toEqual(['返品', '返品']);
  });
});

describe('callouts', () => {
  const html = renderMarkdown('> [!WARNING]\n> 熱い**お湯**に注意\n> - やけど\n\nつづき', calloutWords.ja);

  test('are framed, with their word, and end where the quote ends', () => {
    expect(html).toContain(
      '<blockquote class="callout callout-warning">\n<p class="callout-title">注意</p>\n<p>熱い<strong>お湯</strong>に注意</p>',
    );
    expect(html).toMatch(/<li>やけど<\/li>\n<\/ul>\n<\/blockquote>\n<p>つづき<\/p>$/);
    expect(renderMarkdown('> [!TIP]\n> x', calloutWords.en)).toContain('Tip</p>');
  });

  test('are only what is called so; every other quote stays one', () => {
    expect(renderMarkdown('> [!SECRET]\n> x')).toBe('<blockquote>\n<p>[!SECRET]<br />x</p>\n</blockquote>');
    expect(markdownToText('> [!NOTE]\n> 営業日のみ')).toBe('営業日のみ');
  });
});

describe('videos', () => {
  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0'],
    ['https://youtu.be/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0'],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0'],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['https://vimeo.com/76979871/0abcdef123', 'https://player.vimeo.com/video/76979871?dnt=1&h=0abcdef123'],
    ['https://shop.example/pour.mp4', 'https://shop.example/pour.mp4'],
  ])('%s is one', (address, source) => {
    expect(videoOf(address)?.source).toBe(source);
  });

  test.each([
    'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'https://www.youtube.com/watch?v="><script>',
    'https://www.youtube.com/channel/x',
    'https://vimeo.com/about',
    'http://shop.example/pour.mp4',
    '//evil.example/x.mp4',
    'javascript:alert(1)//.mp4',
    'https://shop.example/page',
  ])('%s is none', (address) => {
    expect(videoOf(address)).toBeNull();
  });

  test('alone in a paragraph become a card that is still a link; among words they are words', () => {
    expect(renderMarkdown('[急須の洗い方](https://youtu.be/dQw4w9WgXcQ)')).toBe(
      '<p class="video" data-site="youtube" data-player="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"><a href="https://youtu.be/dQw4w9WgXcQ" rel="noopener nofollow">急須の洗い方</a></p>',
    );
    expect(renderMarkdown('<p class="video" data-player="https://evil.example"><a href="https://evil.example">x</a></p>')).toBe(
      '<p><a href="https://evil.example" rel="noopener nofollow">x</a></p>',
    );
    expect(renderMarkdown('[動画](https://youtu.be/dQw4w9WgXcQ)をどうぞ')).not.toContain('class="video"');
    expect(renderMarkdown('<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"></iframe>')).toBe('');
  });
});
