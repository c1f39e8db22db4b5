import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, expect, test } from 'vitest';
import { certificates } from '../../../../test/certificates.ts';
import { dovecot } from '../../../../test/dovecot.ts';
import type { Settings } from '../../channel.ts';
import type { Call } from '../../port/call.types.ts';
import { mailAddressesOf } from '../../port/calls.ts';
import { checkMailbox, listFolders } from './folder-list.ts';

const made = certificates();
const before = getCACertificates('default');
setDefaultCACertificates([...before, made.authority.cert]);
afterAll(() => {
  setDefaultCACertificates(before);
  made.remove();
});

const HOST = 'mail.shop.example';
const toHere: Call['addressesOf'] = async () => [{ address: '127.0.0.1', family: 4 }];

const callOf = (port: number, more: Settings = {}, addressesOf = toHere): Call => ({
  inbox: { id: 'ibx', workspaceId: 'wsp', name: '', key: '' },
  settings: {
    address: 'help@shop.example',
    signIn: 'password',
    login: 'help',
    password: 'himitsu',
    imapHost: HOST,
    imapPort: port,
    imapTls: 'implicit',
    folders: 'INBOX',
    ...more,
  },
  ask: () => Promise.reject(new Error('nobody is asked')),
  addressesOf,
  receiver: async () => null,
  judgeSender: async () => null,
  now: () => new Date(),
  log: { warn: () => {}, error: () => {} },
  hookUrl: null,
  publicUrl: null,
});

test('the certificate is the one of the name in the settings, although the connection goes to an address that was checked before', async () => {
  const { port } = await dovecot({ certificate: made.issue(HOST, { from: -1, to: 30 }) });
  await checkMailbox(callOf(port));
  await expect(checkMailbox(callOf(port, { imapHost: 'mail.other.example' }))).rejects.toMatchObject({
    code: 'certificate_other_host',
    aboutInbox: true,
  });
  await expect(checkMailbox(callOf(port, { password: 'chigau' }))).rejects.toMatchObject({ code: 'credentials_refused', aboutInbox: true });
});

test('a certificate that has expired, and one that nobody has signed, are told apart and refused', async () => {
  const expired = await dovecot({ certificate: made.issue(HOST, { from: -30, to: -1 }) });
  await expect(checkMailbox(callOf(expired.port))).rejects.toMatchObject({ code: 'certificate_expired', aboutInbox: true });
  const self = await dovecot({ certificate: made.self(HOST) });
  await expect(checkMailbox(callOf(self.port))).rejects.toMatchObject({ code: 'certificate_untrusted', aboutInbox: true });
});

test('three hundred folders are listed, the inbox first; one that was chosen and is not there is named', async () => {
  const { port, asOwner } = await dovecot();
  await asOwner(async (client) => {
    for (let index = 0; index < 300; index += 1) await client.mailboxCreate(`店舗${index}`);
  });
  const plain = (folders: string) => callOf(port, { imapTls: 'none', folders });
  const folders = await listFolders(plain('INBOX'));
  expect(folders).toHaveLength(301);
  expect(folders[0]).toEqual({ path: 'INBOX', isInbox: true });
  await checkMailbox(plain('INBOX\n店舗7\n店舗299'));
  await expect(checkMailbox(plain('INBOX、店舗7、閉店'))).rejects.toMatchObject({
    code: 'folder_missing',
    detail: '閉店',
    aboutInbox: true,
  });
});

test.each(['127.0.0.1', 'localhost', '10.1.2.3', '169.254.169.254', '[::1]', '192.168.0.10'])(
  '%s is somebody’s own network',
  async (host) => {
    await expect(mailAddressesOf([], host, 993)).rejects.toMatchObject({ code: 'address_refused', aboutInbox: true });
    await expect(mailAddressesOf([`${host}:993`], host, 993)).resolves.not.toEqual([]);
    await expect(mailAddressesOf([`${host}:993`], host, 25)).rejects.toMatchObject({ code: 'address_refused' });
  },
);

test('a mailbox is not connected to where its server may not be', async () => {
  const { port } = await dovecot();
  const call = callOf(port, { imapHost: '127.0.0.1', imapTls: 'none' }, (host, at) => mailAddressesOf([], host, at));
  await expect(checkMailbox(call)).rejects.toMatchObject({ code: 'address_refused' });
  await checkMailbox(callOf(port, { imapHost: '127.0.0.1', imapTls: 'none' }, (host, at) => mailAddressesOf(['127.0.0.1'], host, at)));
});
