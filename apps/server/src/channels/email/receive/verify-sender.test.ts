import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { expect, test } from 'vitest';
import { mailOf } from '../email.testkit.ts';
import { makeVerifier } from './verify-sender.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const published = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const records: Record<string, string> = {
  'one._domainkey.mail.example': `v=DKIM1; k=rsa; p=${published}`,
  '_dmarc.mail.example': 'v=DMARC1; p=reject',
};
const nothing = () => Object.assign(new Error('no record'), { code: 'ENODATA' });
const lookup = async (name: string, type: string) => {
  if (type === 'TXT' && records[name]) return [[records[name]]];
  throw nothing();
};
const mail = mailOf(
  { From: 'Sato <sato@mail.example>', Subject: 'Kyusu', 'Message-ID': '<1@mail.example>', Date: new Date().toUTCString() },
  '急須です',
);
const key = { signingDomain: 'mail.example', selector: 'one', privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }) as string };
const { signatures } = await dkimSign(mail, {
  ...key,
  canonicalization: 'relaxed/relaxed',
  algorithm: 'rsa-sha256',
  signTime: new Date(),
  signatureData: [key],
});
const signed = Buffer.from(signatures + mail);

test('a good signature of the sender’s own domain confirms the sender', async () => {
  expect(await makeVerifier(lookup)(signed)).toEqual({ spf: 'none', dkim: 'pass', dmarc: 'pass' });
});

test('a changed mail and one without a signature are not confirmed, and not called forged either', async () => {
  const verify = makeVerifier(lookup);
  expect(await verify(Buffer.from(signed.toString().replace('急須です', '送金です')))).toMatchObject({ dmarc: 'none' });
  expect(await verify(Buffer.from(mail))).toEqual({ spf: 'none', dkim: 'none', dmarc: 'none' });
});

test('what was looked up is remembered; DNS that does not answer is left alone for a while', async () => {
  const asked: string[] = [];
  const counting = makeVerifier((name, type) => {
    asked.push(name);
    return lookup(name, type);
  });
  await counting(signed);
  const first = asked.length;
  await counting(signed);
  expect(asked).toHaveLength(first);

  let time = 0;
  let tries = 0;
  const broken = makeVerifier(
    async () => {
      tries += 1;
      throw Object.assign(new Error('unreachable'), { code: 'ETIMEOUT' });
    },
    () => time,
  );
  expect(await broken(signed)).toBe(null);
  const before = tries;
  expect(await broken(signed)).toBe(null);
  expect(tries).toBe(before);
  time = 11 * 60_000;
  await broken(signed);
  expect(tries).toBeGreaterThan(before);
});

test('a mail taken from the wire is judged by SPF, too, and one that its domain disowns is refuted', async () => {
  const spf = async (name: string, type: string) => {
    if (type === 'TXT' && name === 'mail.example') return [['v=spf1 ip4:203.0.113.7 -all']];
    return lookup(name, type);
  };
  const verify = makeVerifier(spf);
  const origin = { ip: '203.0.113.7', helo: 'mx.mail.example', sender: 'sato@mail.example' };
  const unsigned = Buffer.from(mail);
  expect(await verify(signed, origin)).toEqual({ spf: 'pass', dkim: 'pass', dmarc: 'pass' });
  expect(await verify(unsigned, origin)).toEqual({ spf: 'pass', dkim: 'none', dmarc: 'pass' });
  expect(await verify(unsigned, { ...origin, ip: '198.51.100.9' })).toEqual({ spf: 'fail', dkim: 'none', dmarc: 'fail' });
  // Somebody else's mail server, in its own good name: it says nothing of Sato.
  expect(await verify(unsigned, { ...origin, sender: 'list@other.example' })).toMatchObject({ spf: 'none', dmarc: 'fail' });
  expect(await verify(signed, { ...origin, ip: '198.51.100.9' })).toMatchObject({ spf: 'fail', dmarc: 'pass' });
});
