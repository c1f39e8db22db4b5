import { describe, expect, it } from 'vitest';
import { parseHtmlBody } from '../bodies.ts';
import { fixtureMail } from '../mail.testkit.ts';
import { sanitizeMailHtml } from './sanitize.ts';

describe('HTML for the screen', () => {
  it('shows the mail’s own pictures, and fetches nothing', async () => {
    const { html, attachments } = await fixtureMail('inline-image');
    expect(html).toContain('data-content-id="kyusu@example.jp"');
    expect(html).toContain('data-remote-src="https://track.example/pixel.gif"');
    expect(html).not.toMatch(/\ssrc=|script|onclick|javascript/);
    expect(attachments.map(({ name, inline }) => [name, inline])).toEqual([['kyusu.png', true]]);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<a href="jAvAsCrIpT:alert(1)">x</a>',
    '<div style="background:url(https://track.example/x)">x</div>',
    '<p style="color: expression(alert(1))">x</p>',
    '<link rel=stylesheet href=https://track.example/x.css>',
    '<iframe src="https://track.example"></iframe>',
    '<form action="https://track.example"><input name=password></form>',
    '<meta http-equiv=refresh content="0;url=https://track.example">',
    '<table background="https://track.example/x.png"><tr><td>x</td></tr></table>',
    '<math><mi xlink:href="data:x,<script>alert(1)</script>"></mi></math>',
    '<img srcset="https://track.example/x 2x">',
    '<video poster="https://track.example/x"></video>',
    '<base href="https://track.example">',
  ])('runs nothing and calls nobody: %s', (html) => {
    expect(sanitizeMailHtml(html) ?? '').not.toMatch(/track\.example|alert|script|expression|url\(|onerror/i);
  });

  it('keeps what makes a mail readable', () => {
    const html = '<table border="1"><tr><td style="color:#c00;text-align:right">1,080円</td></tr></table><ul><li>煎茶</li></ul>';
    expect(sanitizeMailHtml(html)).toContain('style="color:#c00;text-align:right"');
  });
});

describe('HTML as a reply', () => {
  it.each([
    [
      'Gmail',
      '<div>了解です</div><div class="gmail_quote"><div>2026年5月1日(金) 12:00 A &lt;a@b.example&gt;:</div><blockquote>前</blockquote></div>',
    ],
    [
      'Outlook',
      '<p>了解です</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>差出人:</b> A<br><b>件名:</b> 茶</p></div><p>前</p>',
    ],
    ['Outlook for iOS', '<div>了解です</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> A</div><div>前</div>'],
    [
      'Apple Mail',
      '<div>了解です<br><blockquote type="cite">2026/05/01 12:00、Aのメール:</blockquote></div><blockquote type="cite">前</blockquote>',
    ],
    [
      'Thunderbird',
      '<p>了解です</p><div class="moz-cite-prefix">On 2026/05/01 12:00, A wrote:</div><blockquote type="cite">前</blockquote>',
    ],
    ['Yahoo!メール', '<div>了解です</div><div class="yahoo_quoted">----- 元のメッセージ -----<br>前</div>'],
  ])('by %s ends where the mailer says so', (_, html) => {
    const { visibleReply, quoted } = parseHtmlBody(html);
    expect(visibleReply).toBe('了解です');
    expect(quoted).toContain('前');
  });

  it('that only forwards keeps what it forwards', () => {
    const { visibleReply } = parseHtmlBody(
      '<div class="gmail_quote">---------- Forwarded message ---------<br>From: A &lt;a@b.example&gt;<br>Date: x<br>Subject: y<br>To: z<br><br>領収書をください。</div>',
    );
    expect(visibleReply).toBe('領収書をください。');
  });
});
