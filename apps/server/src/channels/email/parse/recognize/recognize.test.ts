import { describe, expect, it } from 'vitest';
import { fixtureMail, mailOf } from '../mail.testkit.ts';

const FROM = 'From: aoi@example.jp';

describe('a machine that answers', () => {
  it.each([
    ['Auto-Submitted: auto-replied', 'Subject: Re: hello'],
    ['X-Autoreply: yes', 'Subject: hello'],
    ['Precedence: auto_reply', 'Subject: hello'],
    ['X-Mailer: x', 'Subject: Automatic reply: your order'],
    ['X-Mailer: x', 'Subject: Out of Office Re: your order'],
    ['X-Mailer: x', 'Subject: 【自動返信】お問い合わせありがとうございます'],
    ['X-Mailer: x', 'Subject: 不在通知: ご注文について'],
    ['X-Mailer: x', 'Subject: ご注文ありがとうございます（自動送信メール）'],
    ['X-Mailer: x', 'Subject: Automatische Antwort: Bestellung'],
    ['Content-Type: multipart/report; report-type=disposition-notification; boundary=x', 'Subject: Read: hello'],
  ])('is known by %s, %s', async (header, subject) => {
    expect((await mailOf([FROM, header, subject], 'x')).autoReply).toBe(true);
  });

  it('is known by what it says', async () => {
    expect((await mailOf([FROM], 'このメールはシステムより自動送信されています。')).autoReply).toBe(true);
    expect((await mailOf([FROM], 'このメールは自動送信されたものですか？')).autoReply).toBe(false);
    expect((await fixtureMail('out-of-office')).autoReply).toBe(true);
  });

  it.each([
    ['Auto-Submitted: no', 'Subject: hello'],
    ['X-Mailer: x', 'Subject: Re: 【自動返信】お問い合わせありがとうございます'],
    ['X-Mailer: x', 'Subject: 自動返信メールが届きません'],
    ['X-Mailer: x', 'Subject: 不在通知が入っていました'],
    ['X-Mailer: x', 'Subject: officeに届きません'],
    ['X-Mailer: x', 'Subject: 自宅が不在のため再配達希望'],
  ])('is not seen in a person: %s, %s', async (header, subject) => {
    expect((await mailOf([FROM, header, subject], '再配達をお願いします。')).autoReply).toBe(false);
  });
});

describe('a mailing list', () => {
  it('is known by its headers', async () => {
    expect((await fixtureMail('mailing-list')).mailingList).toBe(true);
    expect((await mailOf([FROM, 'X-ML-Name: tea'], 'x')).mailingList).toBe(true);
    expect((await mailOf([FROM], 'x')).mailingList).toBe(false);
  });
});
