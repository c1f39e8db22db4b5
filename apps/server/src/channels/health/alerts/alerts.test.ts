import { describe, expect, test } from 'vitest';
import { fujiwara, inoue } from '../../../../../../fixtures/agents.ts';
import { mailServer } from '../../../../test/mail-server.ts';
import { stage } from '../../../../test/stage.ts';
import { openMailTransport } from '../../../platform/mail-transport/mail-transport.ts';
import { openOutbox } from '../../../platform/mail-transport/outbox.ts';
import { keysFrom } from '../../../platform/secrets/keys.ts';
import { insertInbox, updateInbox } from '../../../workspaces/inboxes.commands.ts';
import { keepStanding } from '../../email/receiver/standing.ts';
import { certificateNote } from '../certificate-ends.ts';
import { noteFailing, noteHealth, noteWorking } from '../health.commands.ts';
import { watchInboxes } from './alerts.lane.ts';
import { nextEnd, nextStep, tokenNotice } from './alerts.rules.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const house = await stage();
const post = await mailServer();
const outboxTo = (url: string | null) =>
  openOutbox({
    transport: openMailTransport(url ? { url, from: 'help@hazuki.example' } : null),
    sealingKey: keysFrom(Buffer.alloc(32, 3)).derive('system-mail'),
  });
const outbox = outboxTo(post.url);
const deps = { platform: house.platform, outbox, publicUrl: 'https://support.hazuki.example' };
await house.addAgent(inoue);
await house.addAgent({ ...fujiwara, locale: 'en' });

const { system: ctx, clock } = house;
const inboxNamed = (name: string) => ctx.transaction((tx) => insertInbox(ctx, tx, { name, channel: 'line' }));
/** The clock goes on, somebody looks, and what was queued is sent. @returns the subjects of new mails to an administrator */
async function after(ms: number, to = inoue.email, given = deps): Promise<string[]> {
  const before = post.to(to).length;
  clock.advance(ms);
  await watchInboxes(given);
  const waiting = await ctx.transaction((tx) => tx.selectFrom('system_mails').select('id').where('status', '=', 'waiting').execute());
  for (const { id } of waiting) await outbox.deliver(ctx, id);
  return post
    .to(to)
    .slice(before)
    .map(({ subject }) => subject ?? '');
}

describe('administrators are told of an inbox', () => {
  test('once, when it has been failing for five minutes, and once when it works again', async () => {
    const inboxId = await inboxNamed('葉月茶寮 LINE');
    await noteFailing(ctx, inboxId, 'credentials_refused');
    expect(await after(0)).toEqual([]);
    expect(await after(4 * MINUTE)).toEqual([]);
    expect(await after(2 * MINUTE)).toEqual(['窓口「葉月茶寮 LINE」が動いていません']);
    const mail = post.to(inoue.email).at(-1)!;
    expect(mail.text).toContain('理由: 認証情報が受け付けられません');
    expect(mail.text).toContain('2026/11/24 12:00から');
    expect(mail.text).toContain('https://support.hazuki.example/desk/settings/channel-health');
    expect(post.to(fujiwara.email).at(-1)!.subject).toBe('葉月茶寮 LINE is not working');

    await noteFailing(ctx, inboxId, 'platform_down');
    expect(await after(2 * DAY)).toEqual([]);
    await noteWorking(ctx, inboxId);
    expect(await after(MINUTE)).toEqual(['窓口「葉月茶寮 LINE」が元に戻りました']);
    expect(await after(MINUTE)).toEqual([]);
    await noteFailing(ctx, inboxId, 'platform_down');
    expect(await after(6 * MINUTE)).toEqual(['窓口「葉月茶寮 LINE」が動いていません']);
    await updateInbox(ctx, inboxId, { paused: true });
    expect(await after(MINUTE)).toEqual([]);
  });

  test('not of what is over in five minutes', async () => {
    const inboxId = await inboxNamed('すぐ直る窓口');
    await noteFailing(ctx, inboxId, 'platform_down');
    expect(await after(4 * MINUTE)).toEqual([]);
    await noteWorking(ctx, inboxId);
    expect(await after(2 * MINUTE)).toEqual([]);
    await noteFailing(ctx, inboxId, 'platform_down');
    expect(await after(4 * MINUTE)).toEqual([]);
    await noteWorking(ctx, inboxId);
    expect(await after(DAY)).toEqual([]);
  });

  test('also of what only the figures show: a proof that does not come back', async () => {
    const inboxId = await inboxNamed('info@hazuki.example');
    await ctx.transaction((tx) => noteHealth(ctx, tx, inboxId, { proof_sent_at: clock.now() }));
    expect(await after(19 * MINUTE)).toEqual([]);
    expect(await after(2 * MINUTE)).toEqual([]);
    expect(await after(5 * MINUTE)).toEqual(['窓口「info@hazuki.example」が動いていません']);
    expect(post.to(inoue.email).at(-1)!.text).toContain('確認のために送ったものが戻ってきません');
    await noteWorking(ctx, inboxId, { proof_sent_at: null });
    expect(await after(MINUTE)).toEqual(['窓口「info@hazuki.example」が元に戻りました']);
  });

  test('14, 3 and 1 days before its credentials end, each once; renewed ones begin anew', async () => {
    const inboxId = await inboxNamed('Messenger');
    const ends = (days: number) =>
      ctx.transaction((tx) => noteHealth(ctx, tx, inboxId, { token_expires_at: new Date(clock.now().getTime() + days * DAY) }));
    await ends(15);
    const told: string[][] = [];
    for (let day = 1; day <= 14; day++) told.push(await after(DAY));
    const subject = (days: number) => `窓口「Messenger」の認証情報は、あと${days}日で切れます`;
    expect(told.flatMap((subjects, at) => subjects.map((text) => [15 - (at + 1), text]))).toEqual([
      [14, subject(14)],
      [3, subject(3)],
      [1, subject(1)],
    ]);
    await ends(60);
    expect(await after(DAY)).toEqual([]);
    expect(await after(45 * DAY)).toEqual([subject(14)]);
  });

  test('and likewise before the certificate ends that their mail comes in under, with what is to be done', async () => {
    const inboxId = await inboxNamed('info@hazuki.example');
    let door = { stop: async () => {} };
    /** As the door says it of itself, and each inbox of the door. */
    const ends = async (days: number) => {
      await door.stop();
      const at = new Date(clock.now().getTime() + days * DAY);
      door = await keepStanding(house.platform, { port: 25, certificateEnds: () => at });
      await noteWorking(ctx, inboxId, {}, certificateNote(at));
    };
    await ends(15);
    expect(await after(0)).toEqual([]);
    expect(await after(DAY)).toEqual(['窓口「info@hazuki.example」のメール受信の証明書は、あと14日で切れます']);
    expect(post.to(inoue.email).at(-1)!.text).toContain('MADOGUCHI_SMTP_CERT');
    expect(post.to(fujiwara.email).at(-1)!.subject).toBe('The certificate for mail to info@hazuki.example ends in 14 days');
    expect(await after(DAY)).toEqual([]);
    await ends(90);
    expect(await after(5 * DAY)).toEqual([]);
    await door.stop();
  });

  test('and nothing counts as told while no mail can be sent', async () => {
    const inboxId = await inboxNamed('Telegram');
    const mute = { ...deps, outbox: outboxTo(null) };
    await noteFailing(ctx, inboxId, 'rejected');
    expect(await after(6 * MINUTE, inoue.email, mute)).toEqual([]);
    expect(await after(MINUTE)).toEqual(['窓口「Telegram」が動いていません']);
  });
});

test('a server that was off says what fell due only once', () => {
  const now = new Date('2026-11-24T03:00:00Z');
  const ends = new Date(now.getTime() + 2.5 * DAY);
  expect(tokenNotice(ends, { endsAt: null, days: null }, now)).toBe(3);
  expect(tokenNotice(ends, { endsAt: ends, days: 3 }, now)).toBeNull();
  expect(tokenNotice(ends, { endsAt: new Date(0), days: 1 }, now)).toBe(3);
  expect(tokenNotice(now, { endsAt: null, days: null }, now)).toBeNull();
});

test('what ends first is told of, and nothing of an inbox that is paused', () => {
  const now = new Date('2026-11-24T03:00:00Z');
  const days = (many: number) => new Date(now.getTime() + many * DAY);
  const both = { state: 'good', tokenExpiresAt: days(9), certificateEndsAt: days(3) };
  expect(nextEnd(both, now)).toEqual({ of: 'certificate', at: days(3) });
  expect(nextEnd(both, days(4))).toEqual({ of: 'token', at: days(9) });
  expect(nextEnd(both, days(10))).toBeNull();
  expect(nextEnd({ ...both, state: 'paused' }, now)).toBeNull();
});

test('a failure that began long ago is told at the first look', () => {
  const now = new Date('2026-11-24T03:00:00Z');
  const since = new Date(now.getTime() - DAY);
  const noted = { failingSince: null, toldAt: null };
  expect(nextStep({ state: 'failing', failingSince: since }, noted, now)).toEqual({ kind: 'tell_failing', since });
  expect(nextStep({ state: 'good', failingSince: null }, noted, now)).toEqual({ kind: 'nothing' });
});
