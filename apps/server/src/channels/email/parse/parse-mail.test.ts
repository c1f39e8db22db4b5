import { describe, expect, it } from 'vitest';
import { fixtureMail, mailOf } from './mail.testkit.ts';

describe('who wrote to whom', () => {
  it('is read with names in any encoding', async () => {
    const mail = await mailOf([
      'From: =?ISO-2022-JP?B?GyRCPi5OUxsoQiAbJEIwKhsoQg==?= <Aoi@Example.JP>',
      'To: "Suzuki, Kenta" <suzuki@hazuki-saji.example>, team: inoue@hazuki-saji.example, fujiwara@hazuki-saji.example (Fujiwara);',
      'Cc: aoi..kobayashi.@docomo.example',
      'Reply-To: "=?utf-8?q?=E5=B0=8F=E6=9E=97?=" <reply@example.jp>',
      'Date: Fri, 1 May 2026 12:00:00 +0900 (JST)',
      'Message-ID: <one@example.jp>',
      'In-Reply-To: <zero@hazuki-saji.example>',
      'References: <first@hazuki-saji.example> <zero@hazuki-saji.example>',
    ]);
    expect(mail.from).toEqual({ name: '小林 葵', address: 'Aoi@example.jp' });
    expect(mail.to).toEqual([
      { name: 'Suzuki, Kenta', address: 'suzuki@hazuki-saji.example' },
      { name: '', address: 'inoue@hazuki-saji.example' },
      { name: 'Fujiwara', address: 'fujiwara@hazuki-saji.example' },
    ]);
    expect(mail.cc).toEqual([{ name: '', address: 'aoi..kobayashi.@docomo.example' }]);
    expect(mail.replyTo[0]?.name).toBe('小林');
    expect(mail.date?.toISOString()).toBe('2026-05-01T03:00:00.000Z');
    expect([mail.messageId, mail.inReplyTo, mail.references]).toEqual([
      'one@example.jp',
      'zero@hazuki-saji.example',
      ['first@hazuki-saji.example', 'zero@hazuki-saji.example'],
    ]);
  });

  it('knows our own mark and the checks of our server', async () => {
    const mail = await mailOf(['X-Madoguchi-Loop: abc', 'Authentication-Results: mx.example; spf=pass']);
    expect(mail.ownLoopMark).toBe('abc');
    expect(mail.authenticationResults).toEqual(['mx.example; spf=pass']);
  });
});

describe('files', () => {
  it('keep their Japanese names, however they were written', async () => {
    const { attachments } = await fixtureMail('file-names');
    expect(attachments.map(({ name }) => name)).toEqual(Array(6).fill('見積書①（5月）.pdf'));
    expect(attachments.map(({ content }) => content.toString())).toEqual([1, 2, 3, 4, 5, 6].map((number) => `%PDF-${number}`));
  });

  it('come out of a winmail.dat, with its text', async () => {
    const mail = await fixtureMail('winmail');
    expect(mail.text).toBe('茶葉の請求書です。');
    expect(mail.attachments.map(({ name, type, content }) => [name, type, content.toString()])).toEqual([
      ['請求書①.txt', 'text/plain', '合計 1,080円'],
    ]);
  });

  it('that nobody can unwrap stay what they are', async () => {
    const mail = await mailOf(['Content-Type: application/ms-tnef; name=winmail.dat'], 'not a winmail');
    expect(mail.attachments.map(({ name }) => name)).toEqual(['winmail.dat']);
    expect(mail.problems).toContain('winmail-unreadable');
  });

  it('within the text are taken out of it', async () => {
    const mail = await mailOf(['Content-Type: text/plain'], 'See below.\n\nbegin 644 tea.txt\n#0V%T\n`\nend\n');
    expect(mail.attachments.map(({ name, content }) => [name, content.toString()])).toEqual([['tea.txt', 'Cat']]);
    expect(mail.text.trim()).toBe('See below.');
  });

  it('cannot give themselves a name that turns around', async () => {
    const mail = await mailOf(['Content-Type: application/pdf; name="=?utf-8?Q?a=E2=80=AEfdp.exe?="'], 'x');
    expect(mail.attachments[0]?.name).toBe('afdp.exe');
  });
});

describe('signed mail', () => {
  it.each([
    ['smime-opaque', '署名付きのメールです。'],
    ['pgp-clear', '注文を取り消します。'],
    ['pgp-mime', '注文を取り消します。'],
  ])('is readable: %s', async (name, visible) => {
    const mail = await fixtureMail(name);
    expect(mail.signed).toBe(true);
    expect(mail.visibleReply).toBe(visible);
    expect(mail.problems).toEqual([]);
  });
});

describe('an invitation', () => {
  it('is a line of text, a file and a fact', async () => {
    const mail = await fixtureMail('invitation');
    expect(mail.visibleReply).toContain('新茶の試飲会, 京都 · 2026-05-10 14:00 – 2026-05-10 15:00 (Asia/Tokyo) · 葉月茶事 本店');
    expect(mail.visibleReply).toContain('ご都合いかがでしょうか。');
    expect(mail.attachments.map(({ name, type }) => [name, type])).toEqual([['invite.ics', 'text/calendar']]);
    expect(mail.invitation).toMatchObject({ method: 'REQUEST', start: '2026-05-10T14:00:00', timeZone: 'Asia/Tokyo' });
  });
});

describe('text', () => {
  it('that was broken for transport is put together again', async () => {
    const mail = await mailOf(['Content-Type: text/plain; format=flowed'], 'one \ntwo\n> quoted \n> on\n-- \nme');
    expect(mail.text).toBe('one two\n> quoted on\n-- \nme');
  });

  it('is taken from HTML where there is no other', async () => {
    const mail = await mailOf(['Content-Type: text/html; charset=utf-8'], '<p>お茶を<b>2個</b></p><p>ください。</p>');
    expect(mail.visibleReply).toBe('お茶を2個\n\nください。');
    expect(mail.html).toContain('<b>2個</b>');
  });
});
