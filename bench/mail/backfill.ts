import { setTimeout as wait } from 'node:timers/promises';
import { withMailbox } from './house.ts';
import { smallMail } from './mails.ts';

const DAY_MS = 24 * 3_600_000;
const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS);

/**
 * Has `mails` old mails read in and kills the server (-9) `kills` times in the middle, at ever later mails. Counted at the end: what is lost,
 * and what is there twice, as a payload, a message or a conversation.
 */
export async function backfillKilled({ mails = 400, kills = 3 }: { mails?: number | undefined; kills?: number | undefined }) {
  const fill = (dovecot: { asOwner: (work: (client: Appends) => Promise<void>) => Promise<void> }) =>
    dovecot.asOwner(async (client) => {
      for (let n = 0; n < mails; n += 1) await client.append('INBOX', smallMail(n, ago(40)), [], ago(40));
    });
  return withMailbox(fill, async ({ server, house, inbox }) => {
    const count = async (sql: string) => (await server.query<{ n: number }>(`select (${sql})::int as n`))[0]!.n;
    await until(async () => (await count("select count(*) from inbox_health where notes->'memory' is not null")) === 1);
    const before = await count('select count(*) from payloads');
    await house.ask('POST', `${inbox}/backfill`, { since: ago(60).toISOString(), until: ago(30).toISOString() });
    const begun = performance.now();
    const killedAt: { payloads: number; messages: number; noted: number }[] = [];
    for (let kill = 1; kill <= kills; kill += 1) {
      // Every second time while they are fetched, else while they are read.
      const table = kill % 2 === 1 ? 'payloads' : "messages where author_kind = 'customer'";
      const at = Math.round((mails * kill) / (kills + 1));
      await until(async () => (await count(`select count(*) from ${table}`)) >= at);
      await server.kill({ database: false });
      killedAt.push({
        payloads: await count('select count(*) from payloads'),
        messages: await count("select count(*) from messages where author_kind = 'customer'"),
        noted: await count('select coalesce(max(taken), 0) from backfills'),
      });
      await server.start();
    }
    await until(async () => (await count("select count(*) from backfills where state = 'done'")) === 1);
    await until(async () => (await count("select count(*) from payloads where state = 'waiting'")) === 0);
    const messages = await count("select count(*) from messages where author_kind = 'customer'");
    const different = await count("select count(distinct external_id) from messages where author_kind = 'customer'");
    const conversations = await count('select count(*) from conversations');
    const [noted] = await server.query<{ taken: number; found: number }>('select taken, found from backfills');
    return {
      mails,
      killedAt,
      seconds: Math.round((performance.now() - begun) / 1000),
      payloads: (await count('select count(*) from payloads')) - before,
      messages,
      conversations,
      noted,
      lost: mails - different,
      doubled: messages - different + Math.max(0, conversations - mails),
    };
  });
}

type Appends = { append: (folder: string, mail: Buffer, flags: string[], at: Date) => Promise<unknown> };

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + 180_000;
  while (!(await isSo())) {
    if (Date.now() > last) throw new Error('it does not come');
    await wait(20);
  }
}
