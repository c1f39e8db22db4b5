import { describe, expect, it } from 'vitest';
import { fixtureMail, mailOf } from '../mail.testkit.ts';
import { isHard, reasonOf } from './reasons.rules.ts';

describe('a bounce', () => {
  it('by the standard names the address, the reason and our mail', async () => {
    const { bounce, autoReply } = await fixtureMail('bounce-dsn');
    expect(bounce).toEqual({
      hard: true,
      recipients: [{ address: 'gone@example.jp', status: '5.1.1', diagnostic: expect.stringContaining('User unknown') }],
      originalMessageId: 'reply-77@hazuki-saji.example',
    });
    expect(autoReply).toBe(false);
  });

  it.each([
    ['bounce-docomo', true, 'aoi..kobayashi@docomo.example'],
    ['bounce-au', true, 'nobody@ezweb.example'],
    ['bounce-softbank', false, 'nobody@softbank.example'],
    ['bounce-host', true, 'aoi@exmaple.invalid'],
  ])('in plain words is understood: %s', async (name, hard, address) => {
    const { bounce } = await fixtureMail(name);
    expect([bounce?.hard, bounce?.recipients[0]?.address]).toEqual([hard, address]);
  });

  it('is none when a customer answers one, or writes about one', async () => {
    const answer = await mailOf(['From: aoi@example.jp', 'Subject: Re: Undelivered Mail Returned to Sender'], '届きましたか？');
    const complaint = await mailOf(
      ['From: aoi@example.jp', 'Subject: メールが送信できません'],
      '以下のメールアドレスに送信できません。info@hazuki-saji.example',
    );
    expect([answer.bounce, complaint.bounce?.hard ?? null]).toEqual([null, null]);
  });
});

describe('an address', () => {
  it.each([
    ['550 5.1.1 <a@b.example>: Recipient address rejected: User unknown', '5.1.1', true],
    ['550 5.2.1 <filtered@b.example>: User unknown. See https://b.example/#filtered', '5.2.1', true],
    ['550 5.4.1 [a@b.example]: Recipient address rejected: Access denied', '5.4.1', true],
    ['Host or domain name not found. Name service error for name=b.invalid', '5.4.4', true],
    ['Name service error for domain b.example: Host not found, try again', '4.4.3', false],
    ['552 5.2.2 mailbox full', '5.2.2', false],
    ['host mx.example SMTP error after end of data: 550 : User unknown', '', false],
    ['550 5.7.1 Message rejected as spam', '5.7.1', false],
    ['450 4.7.1 greylisted, try again later', '4.7.1', false],
    ['メールボックスの容量を超えています', '', false],
    ['宛先のユーザーが見つかりません', '', true],
  ])('of which is said "%s" (%s): given up is %s', (diagnostic, status, hard) => {
    expect(isHard(reasonOf(diagnostic, status))).toBe(hard);
  });
});
