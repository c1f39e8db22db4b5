import { describe, expect, it } from 'vitest';
import { MAX_MAIL_BYTES } from './limits.ts';
import { mailOf } from './mail.testkit.ts';
import { parseMail } from './parse-mail.ts';

const nested = (depth: number): string => {
  let mail = 'Content-Type: text/plain\n\nhello';
  for (let level = 0; level < depth; level += 1)
    mail = `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}\n${mail}\n--b${level}--\n`;
  return mail;
};

/** The processor's time, which other programs do not lengthen. */
const cpuMillis = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

/** Far more than any of these takes, far less than a parser that loses its way. */
const MAX_MILLIS = 5_000;

describe('a mail that means harm, or none at all', () => {
  it('nested 200 deep is read', async () => {
    const mail = await parseMail(Buffer.from(`Subject: deep\n${nested(200)}`));
    expect([mail.subject, mail.text]).toEqual(['deep', 'hello']);
  });

  it('nested 2,000 deep is kept unread', async () => {
    const mail = await parseMail(Buffer.from(`Subject: deep\n${nested(2_000)}`));
    expect(mail.problems).toContain('nested-too-deep');
    expect(mail.attachments).toHaveLength(1);
  });

  it.each([
    ['one long line', `X-Big: ${'a '.repeat(500_000)}`],
    ['many folded lines', `X-Big: a\n${' abcdefgh\n'.repeat(110_000).trimEnd()}`],
    ['a subject without end', `Subject: ${'=?utf-8?q?a?= '.repeat(70_000)}`],
  ])('with a header of 1 MB (%s) keeps its body', async (_, header) => {
    const mail = await parseMail(Buffer.from(`From: aoi@example.jp\n${header}\n\nお茶`));
    expect(mail.problems).toContain('header-too-long');
    expect([mail.from?.address, mail.text]).toEqual(['aoi@example.jp', 'お茶']);
  });

  it('of 50 MB is read as far as the limit', async () => {
    const head =
      'Subject: big\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n--x\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n';
    const startedAt = process.cpuUsage();
    const mail = await parseMail(Buffer.concat([Buffer.from(head), Buffer.alloc(50_000_000, `${'QUJD'.repeat(19)}\n`)]));
    expect(cpuMillis(startedAt)).toBeLessThan(MAX_MILLIS);
    expect(mail.problems).toContain('mail-too-large');
    expect([mail.text, mail.attachments[0]?.name]).toEqual(['hello', 'a.zip']);
    expect(mail.attachments[0]?.size).toBeLessThan(MAX_MAIL_BYTES);
  });

  it.each([
    ['quoted-printable without end', 'text/html\nContent-Transfer-Encoding: quoted-printable', '<div>=E3=81=82', 20_000_000],
    ['half a million parts', 'multipart/mixed; boundary=x', '--x\n\na\n', 3_000_000],
    ['almost boundaries', 'multipart/mixed; boundary=x', '--xy\n', 10_000_000],
    ['tags within tags', 'text/html', '<table><tr><td>', 900_000],
    ['quotes within quotes', 'text/html', '<blockquote>', 900_000],
    ['angles', 'text/html', '<', 900_000],
    ['leads of quotations', 'text/plain', `On ${'1 2026 '.repeat(55)}\n`, 2_000_000],
    ['fields', 'text/plain', 'From: a\n', 200_000],
    ['signatures', 'text/plain', 'abc\n---\n', 200_000],
    ['regards', 'text/plain', 'Regards,\n', 200_000],
    ['spaces', 'text/plain', ' ', 500_000],
    ['one word', 'text/plain', 'a', 500_000],
    ['stars', 'text/plain', '*', 500_000],
    ['stars after words', 'text/plain', `-- Original Message ${'*'.repeat(9000)}x\n`, 500_000],
    ['rules', 'text/plain', '―', 500_000],
    ['backslashes', 'text/plain', '\\', 500_000],
    ['brackets', 'text/plain', `a${')'.repeat(100_000)}x\n`, 500_000],
    ['one word of HTML', 'text/html', 'a', 900_000],
  ])('full of %s takes no more than seconds', async (_, type, pattern, size) => {
    const startedAt = process.cpuUsage();
    await parseMail(Buffer.concat([Buffer.from(`Content-Type: ${type}\n\n`), Buffer.alloc(size, pattern)]));
    expect(cpuMillis(startedAt)).toBeLessThan(MAX_MILLIS);
  });

  it.each([
    ['an address without end', 'a'],
    ['words without end', '=?a?q?'],
    ['backslashes', '\\'],
  ])('addressed to %s takes no more than seconds', async (_, pattern) => {
    const startedAt = process.cpuUsage();
    const mail = await parseMail(Buffer.from(`Subject: tea\n${`To: ${pattern.repeat(31_000 / pattern.length)}\n`.repeat(8)}\nhello`));
    expect(cpuMillis(startedAt)).toBeLessThan(MAX_MILLIS);
    expect([mail.subject, mail.text]).toEqual(['tea', 'hello']);
  });

  it.each([
    '以下のメールアドレス',
    'user ',
    'x@',
    'delivery to ',
    '\n',
    '-\n',
    '> \n',
    '=',
    '*',
    '\u3000\n',
    'Message-ID:\n',
    'Message-ID: <',
  ])('that bounces with %j without end takes no more than seconds', async (pattern) => {
    const startedAt = process.cpuUsage();
    const head = 'From: MAILER-DAEMON@mx.example\nSubject: failure notice\nContent-Type: text/plain; charset=utf-8\n\n';
    await parseMail(Buffer.from(head + pattern.repeat(100_000 / pattern.length)));
    expect(cpuMillis(startedAt)).toBeLessThan(MAX_MILLIS);
  });

  it('of broken base64 gives what can be read', async () => {
    const mail = await mailOf(['Content-Transfer-Encoding: base64', 'Content-Type: text/plain; charset=utf-8'], '44GT44KT!!44Gr44Gh44Gv*');
    expect(mail.text).toBe('こんにちは');
    expect(mail.problems).toContain('transfer-encoding-broken');
  });

  it.each([
    ['nothing', '', 'empty', ''],
    ['blank lines', '\r\n\r\n', 'empty', ''],
    ['no header', 'お茶をください。\n\n急ぎです。', 'no-headers', 'お茶をください。\n\n急ぎです。'],
    ['a multipart without a boundary', 'Content-Type: multipart/mixed\n\nhello', 'boundary-missing', 'hello'],
  ])('of %s is a mail still', async (_, raw, problem, text) => {
    const mail = await parseMail(Buffer.from(raw));
    expect(mail.problems).toContain(problem);
    expect(mail.text).toBe(text);
  });

  it('of noise never throws', async () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const noise = Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * at * seed + at * 7919) % 256));
      const mail = await parseMail(
        Buffer.concat([
          Buffer.from('Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/ms-tnef\n\nx\u009f>"'),
          noise,
        ]),
      );
      expect(mail.problems).not.toContain('parser-failed');
    }
  });
});
