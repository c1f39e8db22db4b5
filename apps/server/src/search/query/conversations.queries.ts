import type { FoundConversation } from '@madoguchi/contract/search.ts';
import { sql } from 'kysely';
import { conversationsOf, conversationsWithNames, presentConversation } from '../../conversations/queries/present.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { coverOf, markAll, snippetOf } from '../show/highlight.rules.ts';
import { needlesOf } from '../show/needles.rules.ts';
import { assigneeMark, channelMark, inboxMark, SPAM_MARK } from '../terms/marks.rules.ts';
import { type Hit, hitsOf } from './hits.queries.ts';
import { placeOfCursor, placeToCursor } from './place.ts';
import type { ReadQuery } from './read-terms.ts';
import { lexeme, type ReadTerm, talkQuery } from './tsquery.rules.ts';

export type TalkWish = {
  from?: Date | undefined;
  to?: Date | undefined;
  channel?: string | undefined;
  inbox?: string | undefined;
  agent?: string | undefined;
  spam: boolean;
  cursor?: string | undefined;
  limit: number;
};
type Found = { items: FoundConversation[]; count: number; isMore: boolean; nextCursor: string | null };

/** Of so many finds the newest are grouped and counted; who has more narrows down. */
const MOST_HITS = 400;
/** Of so many of a conversation's finds the best is shown. */
const LOOKED_AT = 3;
const NONE: Found = { items: [], count: 0, isMore: false, nextCursor: null };

/** Conversations in which something was found, by its newest find; one whose number was asked for comes first. */
export async function findConversations(ctx: Ctx, tx: Tx, { terms, persons }: ReadQuery, wish: TalkWish): Promise<Found> {
  const asked = talkQuery(terms, persons);
  if (!asked) return NONE;
  const place = placeOfCursor(wish.cursor);
  const to = place && (!wish.to || place.upTo < wish.to) ? new Date(place.upTo.getTime() + 1) : wish.to;
  const hits = await hitsOf(tx, [asked, ...conditionsOf(wish)].join(' & '), {
    kinds: ['message', 'conversation'],
    most: MOST_HITS + 1,
    from: wish.from,
    to,
  });
  const groups = await grouped(ctx, tx, hits.slice(0, MOST_HITS), terms);
  const ids = [...groups.keys()];
  const shown = place?.shown ?? 0;
  const wanted = ids.slice(shown, shown + wish.limit);
  const until = shown + wish.limit;
  return {
    items: await present(ctx, tx, wanted, groups, terms),
    count: ids.length,
    isMore: hits.length > MOST_HITS,
    nextCursor: ids.length > until && hits[0] ? placeToCursor({ upTo: place?.upTo ?? hits[0].at, shown: until }) : null,
  };
}

/** Their ids alone, spam among them, by the newest find. */
export async function foundIds(tx: Tx, { terms, persons }: ReadQuery): Promise<string[]> {
  const asked = talkQuery(terms, persons);
  const hits = asked ? await hitsOf(tx, asked, { kinds: ['message', 'conversation'], most: MOST_HITS }) : [];
  return [...new Set(hits.map(({ conversation_id }) => conversation_id!))];
}

const conditionsOf = ({ channel, inbox, agent, spam }: TalkWish): string[] => [
  ...(channel ? [lexeme(channelMark(channel))] : []),
  ...(inbox ? [lexeme(inboxMark(inbox))] : []),
  ...(agent ? [lexeme(assigneeMark(agent))] : []),
  ...(spam ? [] : [`!${lexeme(SPAM_MARK)}`]),
];

type Standing = { id: string; number: number; merged_into: string | null };

/**
 * The finds by the conversation that shows them: of one that was merged, the one that goes on. Only those that the viewer may open: a message may
 * lie in an inbox of theirs while its conversation does not. Those whose number was asked for first.
 */
async function grouped(ctx: Ctx, tx: Tx, hits: readonly Hit[], terms: readonly ReadTerm[]): Promise<Map<string, Hit[]>> {
  const standings = await standingOf(ctx, tx, [...new Set(hits.map(({ conversation_id }) => conversation_id!))]);
  const targets = [...standings.values()].flatMap(({ merged_into }) => merged_into ?? []).filter((id) => !standings.has(id));
  for (const [id, standing] of await standingOf(ctx, tx, targets)) standings.set(id, standing);
  const groups = new Map<string, Hit[]>();
  const meant = new Map<string, Hit[]>();
  const numbers = terms.flatMap(({ kind, text, isUnwanted }) =>
    kind === 'number' && !isUnwanted && /^#?\d{1,9}$/.test(text) ? [Number(text.replace('#', ''))] : [],
  );
  for (const hit of hits) {
    const own = standings.get(hit.conversation_id!);
    const shown = own?.merged_into ? standings.get(own.merged_into) : own;
    if (!own || !shown) continue;
    const group = meant.get(shown.id) ?? groups.get(shown.id) ?? [];
    group.push(hit);
    if (numbers.includes(own.number) || meant.has(shown.id)) {
      groups.delete(shown.id);
      meant.set(shown.id, group);
    } else groups.set(shown.id, group);
  }
  return new Map([...meant, ...groups]);
}

async function standingOf(ctx: Ctx, tx: Tx, ids: readonly string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Standing>`
    select id, number, merged_into from conversations where workspace_id = ${ctx.viewer.workspaceId} and id = any(${ids})`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

type MessageText = {
  id: string;
  kind: string;
  author_kind: string;
  author_name: string;
  text: string;
  created_at: Date;
};

async function present(
  ctx: Ctx,
  tx: Tx,
  ids: readonly string[],
  hits: ReadonlyMap<string, readonly Hit[]>,
  terms: readonly ReadTerm[],
): Promise<FoundConversation[]> {
  if (ids.length === 0) return [];
  const { workspaceId } = ctx.viewer;
  const needles = needlesOf(terms);
  const messageIds = ids.flatMap((id) =>
    (hits.get(id) ?? [])
      .filter(({ kind }) => kind === 'message')
      .slice(0, LOOKED_AT)
      .map((hit) => hit.id),
  );
  const rows = await conversationsWithNames(
    tx,
    workspaceId,
    conversationsOf(tx, workspaceId).where('c.id', '=', sql<string>`any(${ids})`),
  ).execute();
  const { rows: messages } = await sql<MessageText>`
    select id, kind, author_kind, author_name, text, created_at from messages
    where workspace_id = ${workspaceId} and id = any(${messageIds})`.execute(tx);
  const texts = new Map(messages.map((message) => [message.id, message]));
  const best = (id: string) =>
    (hits.get(id) ?? [])
      .flatMap((hit) => texts.get(hit.id) ?? [])
      .map((message) => ({ message, cover: coverOf(message.text, needles) }))
      .sort((a, b) => b.cover - a.cover || b.message.created_at.getTime() - a.message.created_at.getTime())[0]?.message;
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const message = best(id);
    return [
      {
        conversation: presentConversation(row),
        subject: markAll(row.subject, needles),
        message: message
          ? {
              id: message.id,
              kind: message.kind as 'message' | 'note',
              author: { kind: message.author_kind as 'customer' | 'agent' | 'bot' | 'system', name: message.author_name },
              at: message.created_at.toISOString(),
              snippet: snippetOf(message.text, needles),
            }
          : null,
      },
    ];
  });
}
