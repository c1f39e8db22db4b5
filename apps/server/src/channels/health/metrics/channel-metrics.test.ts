import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { stage } from '../../../../test/stage.ts';
import { insertInbox } from '../../../workspaces/inboxes.commands.ts';
import { keepStanding } from '../../email/receiver/standing.ts';
import { keepPayload } from '../../inbound/payloads.commands.ts';
import { countFailed, countReceived, countSent, noteFailing, noteHealth } from '../health.commands.ts';
import { channelMetrics } from './channel-metrics.ts';

const { system: ctx, clock, platform } = await stage();
const MINUTE = 60_000;
const registry = new Registry();
let readings = 0;
const counting = {
  ...platform.db,
  directory: ((work) => {
    readings += 1;
    return platform.db.directory(work);
  }) as typeof platform.db.directory,
};
channelMetrics({ db: counting, clock }, registry);
const scrape = async (): Promise<string[]> => (await registry.metrics()).split('\n').filter((line) => line && !line.startsWith('#'));

test('one reading a scrape says how many inboxes fail and why, what waits, and what came and went', async () => {
  const [line, second] = await ctx.transaction(async (tx) => [
    await insertInbox(ctx, tx, { name: 'LINE', channel: 'line' }),
    await insertInbox(ctx, tx, { name: 'LINE 2', channel: 'line' }),
  ]);
  await noteFailing(ctx, line!, 'credentials_refused');
  await keepPayload(ctx, second!, { body: Buffer.from('{}') });
  await ctx.transaction(async (tx) => {
    const oldestUnread = new Date(clock.now().getTime() - 4 * MINUTE);
    await noteHealth(ctx, tx, second!, { oldest_unread_at: oldestUnread, token_expires_at: new Date(clock.now().getTime() + 60 * MINUTE) });
    await countReceived(ctx, tx, second!, 3);
    await countSent(ctx, tx, second!);
    await countFailed(ctx, tx, second!);
  });
  const door = await keepStanding(platform, { port: 25, certificateEnds: () => new Date(clock.now().getTime() + 120 * MINUTE) });
  readings = 0;
  const told = await scrape();
  await door.stop();
  expect(readings).toBe(1);
  expect(told).toEqual(
    expect.arrayContaining([
      'madoguchi_inboxes{channel="line",state="failing"} 1',
      'madoguchi_inboxes{channel="line",state="good"} 1',
      'madoguchi_inboxes_failing{channel="line",failure="credentials_refused"} 1',
      'madoguchi_channel_oldest_unread_seconds{channel="line"} 240',
      'madoguchi_channel_token_left_seconds{channel="line"} 3600',
      expect.stringMatching(/^madoguchi_mail_receiver_certificate_left_seconds\{where="[^"]+:25"\} 7200$/),
      'madoguchi_payloads{channel="line",state="waiting"} 1',
      'madoguchi_payloads{channel="line",state="failed"} 0',
      'madoguchi_channel_messages_total{channel="line",direction="in"} 3',
      'madoguchi_channel_messages_total{channel="line",direction="out"} 1',
      'madoguchi_channel_messages_total{channel="line",direction="failed"} 1',
    ]),
  );
});

test('totals go on counting over hours that were read long ago', async () => {
  const inboxId = await ctx.transaction((tx) => insertInbox(ctx, tx, { name: 'API', channel: 'api' }));
  const totals: (string | undefined)[] = [];
  for (let hour = 0; hour < 6; hour++) {
    await ctx.transaction((tx) => countReceived(ctx, tx, inboxId, 2));
    totals.push((await scrape()).find((line) => line.includes('channel="api",direction="in"'))?.split(' ')[1]);
    clock.advance(60 * MINUTE);
  }
  expect(totals).toEqual(['2', '4', '6', '8', '10', '12']);
});

test('while the database is away the figures are absent, not old', async () => {
  const away = new Registry();
  channelMetrics({ db: { ...platform.db, directory: () => Promise.reject(new Error('away')) }, clock }, away);
  expect((await away.metrics()).split('\n').filter((line) => line.startsWith('madoguchi_') && !line.startsWith('#'))).toEqual([]);
});
