import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, test } from 'vitest';
import { pushService } from '../../../test/simulators/push-service.ts';
import { stage } from '../../../test/stage.ts';
import { assign } from '../../conversations/commands/manage.ts';
import { receiveMessage } from '../../conversations/commands/receive.ts';
import { keysFrom } from '../../platform/secrets/keys.ts';
import { readByAgent } from '../inbox/read.commands.ts';
import { recordFact } from '../record/record.commands.ts';
import { keepSettings, pause, setPolicy } from '../settings/settings.commands.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.rules.ts';
import { tell } from '../tell/tell.commands.ts';
import { addDevice, devicesOf } from './devices.commands.ts';
import { PUSH_TASK, push, tryDevice } from './push.commands.ts';
import { makeSend, retryAfterMs } from './send.ts';
import { vapidKeys } from './vapid-keys.ts';

const { system, suzuki, takahashi, visitor, clock, connection } = await stage();
const service = await pushService();
const keys = keysFrom(randomBytes(32));
const vapid = vapidKeys(keys);
const sealingKey = keys.derive('push-subscriptions');
const part = { send: makeSend({ vapid, publicUrl: 'https://desk.example', hosts: [service.host], log: { warn: () => {} } }), sealingKey };
const her = String(takahashi.actor.id);

const wish = { sealingKey, hosts: [service.host], userAgent: 'Mozilla/5.0 (iPhone) Safari/605' };
const subscribe = async () => {
  const { forget, ...subscription } = service.subscribe(vapid.publicKey);
  return { device: await addDevice(takahashi, her, subscription, wish), subscription, forget };
};

/** Suzuki gives Takahashi a conversation, and the log is read. */
async function given() {
  const customer = await visitor();
  const said = { attachmentIds: [], locale: 'ja' as const, authorName: '佐藤 花子', firstAnswer: 'human' as const };
  clock.advance(1000);
  const { conversation } = await receiveMessage(customer.ctx, customer.line, {
    externalId: `p-${customer.line.threadId}`,
    text: '蓋が割れていました',
    subject: '急須の件',
    ...said,
  });
  await assign(suzuki, conversation.id, { agentId: her, teamId: null });
  const facts = await system.transaction((tx) =>
    tx
      .selectFrom('events')
      .selectAll()
      .where('conversation_id', '=', conversation.id)
      .where('name', '=', 'conversation.assigned')
      .execute(),
  );
  for (const fact of facts) await recordFact(system, fact);
  const row = await system.transaction((tx) =>
    tx.selectFrom('notifications').select('id').where('conversation_id', '=', conversation.id).executeTakeFirstOrThrow(),
  );
  return { conversationId: conversation.id, notificationId: row.id };
}

const jobs = async (task: string) => {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ key: string; run_at: Date }>(
    `select j.key, j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
    [task],
  );
  await client.end();
  return rows;
};

test('a message reaches the device signed, encrypted for it alone, with what the company lets out', async () => {
  const { device } = await subscribe();
  const { conversationId, notificationId } = await given();
  await tell(system, false, notificationId);
  expect((await jobs(PUSH_TASK)).map(({ key }) => key)).toContain(`push:${notificationId}:${device.id}`);
  const one = { notificationId, deviceId: device.id, tries: 0 };
  await push(system, part, one);
  expect(service.refused).toEqual([]);
  expect(service.delivered).toHaveLength(1);
  const [first] = service.delivered;
  expect(first).toMatchObject({ ttl: 43_200, urgency: 'normal', subject: 'https://desk.example' });
  expect(first!.payload).toEqual({
    title: `${suzuki.actor.name}さんがあなたを担当にしました`,
    body: '急須の件(佐藤 花子様)',
    tag: `assigned:${conversationId}`,
    path: `/desk/c/${conversationId}`,
    unread: 1,
    locale: 'ja',
  });
  await setPolicy(system, { shows: 'nothing' });
  await push(system, part, one);
  expect(service.delivered[1]!.topic).toBe(first!.topic);
  expect((service.delivered[1]!.payload as { body: string }).body).toMatch(/^問い合わせ #\d+$/);
  await setPolicy(system, { shows: 'names' });
  const [kept] = await takahashi.transaction((tx) => devicesOf(takahashi, tx, her));
  expect(kept!.reached_at).toEqual(clock.now());

  await readByAgent(takahashi, her, { ids: [notificationId] });
  await push(system, part, one);
  expect(service.delivered).toHaveLength(2);
});

test('while it is quiet nothing is pushed; trouble is tried again after what the service asks for, and not for ever', async () => {
  const { device } = await subscribe();
  const { notificationId } = await given();
  const one = { notificationId, deviceId: device.id, tries: 0 };
  const before = service.delivered.length;
  await pause(takahashi, her, 60);
  await push(system, part, one);
  await pause(takahashi, her, 0);
  await keepSettings(takahashi, her, {
    ...DEFAULT_SETTINGS,
    hours: { on: true, days: [1], from: '09:00', to: '11:00' },
    timezone: 'Asia/Tokyo',
  });
  await push(system, part, one);
  expect(service.delivered).toHaveLength(before);
  await keepSettings(takahashi, her, DEFAULT_SETTINGS);

  const again = async () => (await jobs(PUSH_TASK)).find(({ key }) => key === `push-again:${notificationId}:${device.id}`);
  service.troubles.push({ status: 429, retryAfter: '120' }, { status: 503 }, { status: 503 });
  await push(system, part, one);
  expect((await again())!.run_at).toEqual(new Date(clock.now().getTime() + 120_000));
  await push(system, part, { ...one, tries: 2 });
  expect((await again())!.run_at).toEqual(new Date(clock.now().getTime() + 160_000));
  await push(system, part, { ...one, tries: 4 });
  expect((await again())!.run_at).toEqual(new Date(clock.now().getTime() + 160_000));
  await push(system, part, { ...one, tries: 1 });
  expect(service.delivered).toHaveLength(before + 1);
});

test('a subscription that is gone is forgotten; one that no browser makes is refused; nobody reaches into the company’s network', async () => {
  const { device, forget } = await subscribe();
  forget();
  expect(await tryDevice(takahashi, part, her, device.id)).toBe('gone');
  const left = await takahashi.transaction((tx) => devicesOf(takahashi, tx, her));
  expect(left.map(({ id }) => id)).not.toContain(device.id);

  const { subscription } = await subscribe();
  const strict = { ...wish, hosts: [] };
  await expect(addDevice(takahashi, her, subscription, strict)).rejects.toThrow('push.subscription_refused');
  const wrong = { endpoint: 'https://push.example/x', keys: { ...subscription.keys, p256dh: Buffer.alloc(65).toString('base64url') } };
  await expect(addDevice(takahashi, her, wrong, strict)).rejects.toThrow('push.subscription_refused');
  const inside = await addDevice(takahashi, her, { ...subscription, endpoint: 'https://127.0.0.1:9/x' }, strict);
  const outside = makeSend({ vapid, publicUrl: null, hosts: [], log: { warn: () => {} } });
  expect(await tryDevice(takahashi, { send: outside, sealingKey }, her, inside.id)).toBe('failed');
  await expect(tryDevice(suzuki, part, String(suzuki.actor.id), inside.id)).rejects.toThrow('not_found');
  const rows = await takahashi.transaction((tx) => devicesOf(takahashi, tx, her));
  expect(rows.every(({ sealed }) => !sealed.includes('127.0.0.1'))).toBe(true);
});

test('an installation has one pair of keys, made of its secret; how long to wait is read in both forms', () => {
  expect(vapidKeys(keys)).toEqual(vapid);
  expect(vapidKeys(keysFrom(randomBytes(32)))).not.toEqual(vapid);
  const now = new Date('2026-11-22T00:00:00Z');
  expect(retryAfterMs('30', now)).toBe(30_000);
  expect(retryAfterMs('Sun, 22 Nov 2026 00:01:00 GMT', now)).toBe(60_000);
  expect([retryAfterMs('99999', now), retryAfterMs('soon', now), retryAfterMs(undefined, now)]).toEqual([3_600_000, null, null]);
});
