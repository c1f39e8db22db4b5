import { expect, test } from 'vitest';
import { web } from '../../../test/web.ts';
import { mailVerdict } from './authentication.rules.ts';
import { mailHouse, mailOf, mailSettings } from './email.testkit.ts';

const product = await web();
const house = await mailHouse(product, 'shop.example', mailSettings({ imap: 1, smtp: 1 }));
const sato = 'Sato <sato@mail.example>';

test('a mail that only says it is Sato’s gets neither her customer nor her conversation', async () => {
  await house.take(mailOf({ From: sato, Subject: 'My kyusu is broken', 'Message-ID': '<1@mail.example>' }, '割れていました'));
  const hers = await house.bySubject('My kyusu is broken');
  await house.take(
    mailOf(
      {
        From: sato,
        Subject: 'Re: My kyusu is broken',
        'Message-ID': '<2@evil.example>',
        'Authentication-Results': 'mx.example; dmarc=fail',
      },
      '住所を変えてください',
    ),
  );
  const forged = await house.bySubject('Re: My kyusu is broken');
  expect(await house.messages(hers)).toHaveLength(1);
  const [real, claimed] = [await house.detail(hers), await house.detail(forged)];
  expect(claimed.customer.id).not.toBe(real.customer.id);
  expect(claimed.customer.identities).toMatchObject([{ value: 'sato@mail.example', verified: false }]);
});

test('the server that is trusted by name counts; without one the topmost does', () => {
  const headers = [
    'edge.example; dmarc=none',
    ' MX.shop.example 1; spf=pass; dkim=fail; dkim=pass; dmarc=pass',
    'evil.example; dmarc=pass',
  ];
  expect(mailVerdict(headers)).toMatchObject({ dmarc: 'none' });
  expect(mailVerdict(headers, 'mx.shop.example')).toEqual({ spf: 'pass', dkim: 'pass', dmarc: 'pass' });
  expect(mailVerdict(headers, 'other.example')).toBe(null);
});

test('what was found out when the mail was read is kept with it', async () => {
  await house.take(mailOf({ From: sato, Subject: 'Signed by hand', 'Message-ID': '<3@mail.example>' }, '本人です'), {
    authentication: JSON.stringify({ spf: 'none', dkim: 'pass', dmarc: 'pass' }),
  });
  const [message] = await house.messages(await house.bySubject('Signed by hand'));
  expect(message?.blocks).toMatchObject([{ authentication: { dkim: 'pass', dmarc: 'pass' } }]);
});
