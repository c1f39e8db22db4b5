import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { afterAll, expect, test } from 'vitest';
import { parseThreads } from '../../inbound/apart/parse-threads.ts';
import { mailOf } from '../email.testkit.ts';
import { type Lookup, makeVerifier } from './verify-sender.ts';

const threads = parseThreads();
afterAll(() => threads.close());
const verifier = (dns: Lookup, now?: () => number) => makeVerifier(threads, dns, now);

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
  expect(await verifier(lookup)(signed)).toEqual({ spf: 'none', dkim: 'pass', dmarc: 'pass' });
});

test('a changed mail and one without a signature are not confirmed, and not called forged either', async () => {
  const verify = verifier(lookup);
  expect(await verify(Buffer.from(signed.toString().replace('急須です', '送金です')))).toMatchObject({ dmarc: 'none' });
  expect(await verify(Buffer.from(mail))).toEqual({ spf: 'none', dkim: 'none', dmarc: 'none' });
});

test('what was looked up is remembered; DNS that does not answer is left alone for a while', async () => {
  const asked: string[] = [];
  const counting = verifier((name, type) => {
    asked.push(name);
    return lookup(name, type);
  });
  await counting(signed);
  const first = asked.length;
  await counting(signed);
  expect(asked).toHaveLength(first);

  let time = 0;
  let tries = 0;
  const broken = verifier(
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

test('a sender whose DNS is silent leaves the others judged; when nobody is answered for, nobody is waited for', async () => {
  let isDown = false;
  let tries = 0;
  const verify = verifier(async (name, type) => {
    tries += 1;
    if (isDown || name.endsWith('silent.example')) throw Object.assign(new Error('unreachable'), { code: 'ETIMEOUT' });
    return lookup(name, type);
  });
  const from = (host: string) => Buffer.from(mail.replaceAll('mail.example', host));
  for (let n = 0; n < 25; n += 1) {
    expect(await verify(from(`${n}.silent.example`))).toBe(null);
    if (n % 10 === 0) expect(await verify(from(`${n}.example`))).toMatchObject({ dmarc: 'none' });
  }
  expect(await verify(signed)).toMatchObject({ dmarc: 'pass' });

  isDown = true;
  for (let n = 0; n < 20; n += 1) expect(await verify(from(`${n}.down.example`))).toBe(null);
  tries = 0;
  expect(await verify(from('later.example'))).toBe(null);
  expect(tries).toBe(0);
});

test('a mail taken from the wire is judged by SPF, too, and one that its domain disowns is refuted', async () => {
  const spf = async (name: string, type: string) => {
    if (type === 'TXT' && name === 'mail.example') return [['v=spf1 ip4:203.0.113.7 -all']];
    return lookup(name, type);
  };
  const verify = verifier(spf);
  const origin = { ip: '203.0.113.7', helo: 'mx.mail.example', sender: 'sato@mail.example' };
  const unsigned = Buffer.from(mail);
  expect(await verify(signed, origin)).toEqual({ spf: 'pass', dkim: 'pass', dmarc: 'pass' });
  expect(await verify(unsigned, origin)).toEqual({ spf: 'pass', dkim: 'none', dmarc: 'pass' });
  expect(await verify(unsigned, { ...origin, ip: '198.51.100.9' })).toEqual({ spf: 'fail', dkim: 'none', dmarc: 'fail' });
  // Somebody else's mail server, in its own good name: it says nothing of Sato.
  expect(await verify(unsigned, { ...origin, sender: 'list@other.example' })).toMatchObject({ spf: 'none', dmarc: 'fail' });
  expect(await verify(signed, { ...origin, ip: '198.51.100.9' })).toMatchObject({ spf: 'fail', dmarc: 'pass' });
});

test('a large mail is gone over beside everything else, and a process that ends says that it knows nothing', async () => {
  const large = Buffer.from(`${signed}${'茶葉の写真です。\r\n'.repeat(100_000)}`);
  let turns = 0;
  let turnsBeforeDns: number | null = null;
  const own = parseThreads();
  const verify = makeVerifier(own, (name, type) => {
    turnsBeforeDns ??= turns;
    return lookup(name, type);
  });
  // So that the thread is there.
  await verify(Buffer.from(mail.replaceAll('mail.example', 'other.example')));
  turnsBeforeDns = null;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  turn();
  turns = 0;
  expect(await verify(large)).toMatchObject({ dkim: expect.not.stringMatching('pass'), dmarc: 'none' });
  isOver = true;
  // Gone over here, nothing else would have its turn until DNS is asked.
  expect(turnsBeforeDns).toBeGreaterThan(20);

  const closing = verify(large);
  await Promise.all([own.close(), expect(closing).rejects.toThrow('ending')]);
});
