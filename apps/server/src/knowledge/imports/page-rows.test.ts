import { describe, expect, test } from 'vitest';
import { parseAtOnce } from './parse.testkit.ts';

const read = (name: string, text: string) => {
  const parsed = parseAtOnce(name, Buffer.from(text));
  if (typeof parsed === 'string') return { rows: [], refused: [parsed] };
  return { rows: parsed.rows, refused: parsed.refused.map(({ reason }) => reason) };
};
const one = (name: string, text: string) => read(name, text).rows[0];

describe('a Markdown file is an article', () => {
  test('its first heading asks, its front matter says the rest', () => {
    const text =
      '---\ncategory: 配送\ntags: [送料, "いくら, 送料"]\nlang: ja\ndraft: true\n---\n\n# 送料はいくらですか\n\n**660円**です。\n\n## 離島\n\n別途。\n';
    expect(one('fee.md', text)).toMatchObject({
      question: '送料はいくらですか',
      answer: '**660円**です。\n\n## 離島\n\n別途。',
      category: '配送',
      locale: 'ja',
      isDraft: true,
    });
  });

  test('a title of the front matter asks before a heading, and tags may stand on lines of their own', () => {
    const row = one('a.markdown', "---\r\ntitle: 'Returns'\r\ntags:\r\n  - refund\r\n  - send back\r\n---\r\nWithin 14 days.\r\n");
    expect(row).toMatchObject({ question: 'Returns', answer: 'Within 14 days.', examples: ['refund', 'send back'] });
  });

  test('without a title it is refused, and an empty one is empty', () => {
    expect(read('a.md', '本文だけ').refused).toEqual(['question.missing']);
    expect(read('a.md', ' \n').refused).toEqual(['file.empty']);
  });
});

describe('an HTML page is an article', () => {
  const page = `<!doctype html><html><head><title>送料 | 店</title><style>p{color:red}</style><script>alert(1)</script></head>
    <body><nav><a href="/">ホーム</a></nav><main><h1>送料は<b>いくら</b>ですか</h1><p onclick="alert(2)">全国一律<strong>660円</strong>です。</p>
    <script>steal()</script><iframe src="https://evil.example"></iframe><img src="x.png" onerror="alert(3)" alt="図">
    <table><tr><th>地域</th><th>送料</th></tr><tr><td>本州</td><td>660円|税込</td></tr></table></main><footer>© 店</footer></body></html>`;

  test('of its main part, with tables, and without scripts, styles and what stands around it', () => {
    const row = one('fee.html', page)!;
    expect(row.question).toBe('送料はいくらですか');
    expect(row.answer).toContain('全国一律**660円**です。');
    expect(row.answer).toContain('| 地域 | 送料 |\n| --- | --- |\n| 本州 | 660円\\|税込 |');
    expect(row.answer).not.toMatch(/alert|steal|iframe|onerror|onclick|color|ホーム|© 店|<h1|<script/);
  });

  test('without a heading its title asks; a page of more than two million characters is refused, and so is one nested without end', () => {
    expect(one('a.htm', '<title>返品</title><p>14日以内</p>')).toMatchObject({ question: '返品', answer: '14日以内' });
    expect(read('a.html', `<h1>長い</h1>${'<p>あ</p>'.repeat(260_000)}`).refused).toEqual(['page.too_large']);
    expect(read('a.html', `<h1>深い</h1>${'<div>'.repeat(60_000)}`).refused).toHaveLength(1);
  });
});

test('lists keep their numbers and their levels', () => {
  const list = '<h1>手順</h1><ol start="3"><li>三<ul><li>内</li></ul></li><li>四</li></ol><p><b>次</b></p><ol><li>一</li></ol><p>終</p>';
  expect(one('a.html', list)?.answer).toBe('3.  三\n    -   内\n4.  四\n\n**次**\n\n1.  一\n\n終');
});

describe('the export of another help center', () => {
  const file = {
    sections: [{ id: 7, name: '配送' }],
    articles: [
      {
        id: 1,
        title: '送料は',
        body: '<p>660円</p><script>x()</script>',
        section_id: 7,
        label_names: ['送料'],
        draft: false,
        locale: 'ja',
      },
      { id: 2, title: 'Drafted', body: '<p>Soon.</p>', section_id: 9, draft: true, locale: 'en-us' },
      { id: 3, title: '空', body: '' },
      'broken',
    ],
  };

  test('brings titles, sections as categories, labels, languages, and drafts as drafts; what cannot be taken is named', () => {
    const { rows, refused } = read('export.json', JSON.stringify(file));
    expect(rows).toMatchObject([
      { line: 1, externalId: '1', question: '送料は', answer: '660円', category: '配送', examples: ['送料'], locale: 'ja' },
      { line: 2, externalId: '2', question: 'Drafted', answer: 'Soon.', category: null, locale: 'en', isDraft: true },
    ]);
    expect(refused).toEqual(['answer.missing', 'row.broken']);
  });

  test.each(['{', '[]', '{"articles": 5}', 'null'])('%s is none', (text) => {
    expect(read('export.json', text)).toEqual({ rows: [], refused: ['row.broken'] });
  });
});
