import { afterAll, expect, test } from 'vitest';
import { web } from '../../../../test/web.ts';
import { parseThreads } from '../../inbound/apart/parse-threads.ts';
import { mailHouse, mailOf, mailSettings } from '../email.testkit.ts';
import { makeVerifier } from '../receive/verify-sender.ts';
import { post } from './receiver.testkit.ts';

const records: Record<string, string> = { 'mail.example': 'v=spf1 ip4:203.0.113.7 -all', '_dmarc.mail.example': 'v=DMARC1; p=reject' };
let silent = false;
const threads = parseThreads();
afterAll(() => threads.close());
const judge = makeVerifier(threads, async (name, type) => {
  if (silent) throw Object.assign(new Error('unreachable'), { code: 'ETIMEOUT' });
  if (type === 'TXT' && records[name]) return [[records[name]]];
  throw Object.assign(new Error('no record'), { code: 'ENODATA' });
});
const product = await web();
const house = await mailHouse(
  product,
  'shop.example',
  mailSettings({ imap: 1, smtp: 1 }, { receiving: 'receiver', trustedServer: 'mx.shop.example' }),
);
const door = (isRelay: (ip: string) => boolean) =>
  product.receiveMail({ host: '127.0.0.1', port: 0, certificate: null }, { judge, isRelay });
const mail = (subject: string, from = 'sato@mail.example') =>
  mailOf(
    {
      'Authentication-Results': 'mx.shop.example; spf=pass; dkim=pass; dmarc=pass',
      From: `Sato <${from}>`,
      Subject: subject,
      'Message-ID': `<${subject}@mail.example>`,
    },
    '住所を変えてください',
  );
const seen = async (subject: string) => {
  const id = await house.bySubject(subject);
  const [message] = await house.messages(id);
  return { mail: message?.blocks[0], verified: (await house.detail(id)).customer.identities[0].verified };
};

test('a forged mail that brings its own good report is judged by where it came from; only a relay of our own is believed', async () => {
  const open = await door(() => false);
  await post(open.port, 'help@shop.example', mail('Forged'));
  expect(await seen('Forged')).toMatchObject({ mail: { authentication: { spf: 'fail', dkim: 'none', dmarc: 'fail' } }, verified: false });

  silent = true;
  await post(open.port, 'help@shop.example', mail('Unjudged', 'tanaka@quiet.example'));
  expect(await seen('Unjudged')).toMatchObject({ mail: { authentication: { dmarc: 'temperror' } }, verified: false });
  silent = false;

  const behind = await door(() => true);
  await post(behind.port, 'help@shop.example', mail('Relayed'));
  expect(await seen('Relayed')).toMatchObject({ mail: { authentication: { spf: 'pass', dkim: 'pass', dmarc: 'pass' } }, verified: true });
});
