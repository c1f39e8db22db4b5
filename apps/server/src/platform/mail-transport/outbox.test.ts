import { describe, expect, test } from 'vitest';
import { mailError, mailServer } from '../../../test/mail-server.ts';
import { stage } from '../../../test/stage.ts';
import { keysFrom } from '../secrets/keys.ts';
import { openMailTransport } from './mail-transport.ts';
import { openOutbox } from './outbox.ts';

const { system, clock } = await stage();
const answers: (number | null)[] = [];
const server = await mailServer({
  onRcptTo: (_address, _session, done) => {
    const status = answers.shift() ?? null;
    done(status === null ? null : mailError(status, 'no'));
  },
});
const transport = openMailTransport({ url: server.url, from: 'help@shop.example' });
const outbox = openOutbox({ transport, sealingKey: keysFrom(Buffer.alloc(32, 1)).derive('system-mail') });

const rows = () => system.transaction((tx) => tx.selectFrom('system_mails').selectAll().orderBy('created_at').orderBy('id').execute());
let at = 0;
async function queued(key: string, rest: { sendBefore?: Date } = {}) {
  const mail = { to: `${key}@mail.example`, subject: 'S', text: 'ひみつ', idempotencyKey: key, ...rest };
  await system.transaction((tx) => outbox.queue(system, tx, mail));
  await system.transaction((tx) => outbox.queue(system, tx, mail));
  at += 1;
  const all = await rows();
  expect(all).toHaveLength(at);
  return all.find(({ idempotency_key }) => idempotency_key === key)!;
}

describe('a system mail', () => {
  test('is queued once, sealed while it waits, sent once, and then forgotten', async () => {
    const row = await queued('sato');
    expect(row.status).toBe('waiting');
    expect(row.sealed!.toString('utf8')).not.toMatch(/ひみつ|sato/);
    await outbox.deliver(system, row.id);
    await outbox.deliver(system, row.id);
    expect(server.to('sato@mail.example')).toHaveLength(1);
    expect((await rows()).find(({ id }) => id === row.id)).toMatchObject({ status: 'sent', sealed: null, failure: null });
  });

  test('is tried again after a temporary refusal, and not after a final one', async () => {
    const full = await queued('full');
    answers.push(452);
    await expect(outbox.deliver(system, full.id)).rejects.toMatchObject({ temporary: true });
    expect((await rows()).find(({ id }) => id === full.id)).toMatchObject({ status: 'waiting', failure: 'address' });
    await outbox.deliver(system, full.id);
    expect(server.to('full@mail.example')).toHaveLength(1);

    const gone = await queued('gone');
    answers.push(550);
    await outbox.deliver(system, gone.id);
    await outbox.deliver(system, gone.id);
    expect((await rows()).find(({ id }) => id === gone.id)).toMatchObject({ status: 'refused', failure: 'address', sealed: null });
    expect(server.to('gone@mail.example')).toHaveLength(0);
  });

  test('that would come too late is not sent', async () => {
    const late = await queued('late', { sendBefore: new Date(clock.now().getTime() + 1000) });
    clock.advance(1000);
    await outbox.deliver(system, late.id);
    expect((await rows()).find(({ id }) => id === late.id)).toMatchObject({ status: 'too_late', sealed: null });
    expect(server.to('late@mail.example')).toHaveLength(0);
  });
});
