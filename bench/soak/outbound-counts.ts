import { ANSWER_MARK_IN_SQL } from './marks.ts';
import type { Outbox } from './outbox.ts';
import type { SoakServer } from './server.ts';
import type { Sender } from './soak.types.ts';

export type OutboundCount = {
  /** Messages of the bot, the system and agents, as the database has them gone out. */
  sent: number;
  /** Of those, the ones whose platform only said that it has them already, not how it calls their parts: each of them had one part or more. */
  unnamed: number;
  /** By the platform's account. */
  shown: number;
  repeatedKeys: number;
  /** Cut off by a kill on a platform without keys, and left to an agent. */
  interrupted: number;
  failed: number;
};

type Row = { channel: string; unnamed: number; parts: number; interrupted: number; failed: number };

/** What went out, by our account and by the platforms'. */
export async function countOutbound(server: SoakServer, senders: readonly Sender[], outbox: Outbox): Promise<Map<string, OutboundCount>> {
  const rows = await server.query<Row>(
    `select i.channel, count(*) filter (where d.state = 'sent'
         and not exists (select 1 from sent_parts p where p.workspace_id = d.workspace_id and p.message_id = d.message_id))::int as unnamed,
       (select count(*)::int from sent_parts p where p.inbox_id = i.id) as parts,
       count(*) filter (where d.state = 'failed' and m.failure->>'code' = 'interrupted')::int as interrupted,
       count(*) filter (where d.state = 'failed' and m.failure->>'code' is distinct from 'interrupted')::int as failed
     from deliveries d join inboxes i on i.id = d.inbox_id join messages m on m.id = d.message_id group by i.id, i.channel`,
  );
  return new Map(
    senders
      .filter(({ answers }) => answers)
      .map(({ channel }): [string, OutboundCount] => {
        const { parts = 0, unnamed = 0, interrupted = 0, failed = 0 } = rows.find((one) => one.channel === channel) ?? {};
        return [channel, { sent: parts + unnamed, unnamed, ...outbox.of(channel), interrupted, failed }];
      }),
  );
}

export type AnswerCount = { given: number; lost: string[]; doubled: string[]; overtaken: string[]; interrupted: number };

/** Each agent's answer on the channels that carry them out: shown once, in the order they were given in. */
export async function countAnswers(server: SoakServer, senders: readonly Sender[], outbox: Outbox): Promise<AnswerCount> {
  const carried = senders.filter(({ answers }) => answers).map(({ channel }) => channel);
  const rows = await server.query<{ mark: string; code: string | null }>(
    `select m[1] || '/' || m[2] as mark, found.code from (
       select regexp_match(text, $1) as m, channel, failure->>'code' as code from messages where author_kind = 'agent' and channel = any($2)) found
     where m is not null`,
    [ANSWER_MARK_IN_SQL, carried],
  );
  const times = ({ mark }: { mark: string }) => outbox.answers.get(mark) ?? 0;
  const interrupted = rows.filter(({ code }) => code === 'interrupted');
  return {
    given: rows.length,
    lost: rows.filter((row) => times(row) === 0 && row.code !== 'interrupted').map(({ mark }) => mark),
    doubled: rows.filter((row) => times(row) > 1).map(({ mark }) => mark),
    overtaken: outbox.overtaken(),
    interrupted: interrupted.length,
  };
}
