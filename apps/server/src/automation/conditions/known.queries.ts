import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { membersOf } from '../../customers/segments/membership.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { brandsOf } from '../../workspaces/brands/brands.queries.ts';
import { hoursOf } from '../../workspaces/hours/calendars.queries.ts';
import { type Asked, asksCustomer, asksFirst, asksRouting } from './asked.rules.ts';
import type { Snapshot } from './conditions.types.ts';

/** What of a snapshot is known as it is now, and changes seldom or is not told by the log. */
export type Known = Pick<
  Snapshot,
  | 'channel'
  | 'inboxId'
  | 'brandId'
  | 'language'
  | 'queueId'
  | 'difficulty'
  | 'customerTags'
  | 'segmentIds'
  | 'organizationId'
  | 'page'
  | 'customerAttributes'
  | 'organizationAttributes'
  | 'fields'
  | 'firstTime'
  | 'hours'
>;

/** The attribute of a customer that names their contract: it may have hours of its own. */
const CONTRACT = 'contract';

type Routing = { queue_id: string | null; difficulty: string };

/** For several conversations at once, no more than is asked. */
export async function knownOf(ctx: Ctx, tx: Tx, rows: readonly ConversationRow[], asked: Asked): Promise<Map<string, Known>> {
  const brands = await brandsOf(ctx, tx);
  // Whose hours count, is a question of the contract.
  const people = await peopleOf(ctx, tx, rows, asked);
  const routings = asksRouting(asked) ? await routingsOf(ctx, tx, rows) : new Map<string, Routing>();
  const first = asksFirst(asked) ? await firstOnes(ctx, tx, rows) : new Set<string>();
  const known = new Map<string, Known>();
  for (const row of rows) {
    const person = people.get(row.customer_id);
    const routing = routings.get(row.id);
    const contract = person?.attributes[CONTRACT] || null;
    known.set(row.id, {
      channel: row.channel,
      inboxId: row.inbox_id,
      brandId: brands.ofInbox(row.inbox_id).id,
      language: row.locale,
      queueId: routing?.queue_id ?? row.queue_id,
      difficulty: routing?.difficulty ?? null,
      customerTags: person?.tags ?? [],
      segmentIds: person?.segmentIds ?? [],
      organizationId: person?.organizationId ?? null,
      page: (row.page as { url?: string } | null)?.url ?? '',
      customerAttributes: person?.attributes ?? {},
      organizationAttributes: person?.organizationAttributes ?? {},
      fields: (row.fields ?? {}) as Record<string, string>,
      firstTime: first.has(row.id),
      hours: await hoursOf(ctx, tx, row.inbox_id, contract),
    });
  }
  return known;
}

const texts = (values: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries((values ?? {}) as Record<string, unknown>).map(([name, value]) => [name, String(value ?? '')]));

/** By the id of a conversation's customer, what is known of the person: with what those know who were merged into them. */
async function peopleOf(ctx: Ctx, tx: Tx, conversations: readonly ConversationRow[], asked: Asked) {
  const { workspaceId } = ctx.viewer;
  const ids = [...new Set(conversations.map(({ customer_id }) => customer_id))];
  if (ids.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom('customers as c')
    .innerJoin('customers as all', (join) =>
      join.onRef('all.workspace_id', '=', 'c.workspace_id').onRef('all.person_id', '=', 'c.person_id'),
    )
    .leftJoin('organizations as o', (join) =>
      join.onRef('o.workspace_id', '=', 'all.workspace_id').onRef('o.id', '=', 'all.organization_id'),
    )
    .select(['c.id as of', 'c.person_id', 'all.id', 'all.attributes', 'all.tags', 'all.organization_id', 'o.attributes as of_organization'])
    .where('c.workspace_id', '=', workspaceId)
    .where('c.id', 'in', ids)
    .execute();
  const segments = asksCustomer(asked)
    ? await membersOf(tx, workspaceId, {
        segmentIds: asked.segmentIds,
        personIds: [...new Set(rows.map((row) => row.person_id))],
        now: ctx.clock.now(),
      })
    : new Map<string, string[]>();
  return new Map(
    ids.map((id) => {
      const own = rows.filter((row) => row.of === id);
      // What the person says of themselves comes before what those say who were merged into them.
      const all = [...own.filter((row) => row.id === row.person_id), ...own.filter((row) => row.id !== row.person_id)];
      const organization = all.find((row) => row.organization_id !== null);
      return [
        id,
        {
          attributes: Object.assign({}, ...all.toReversed().map((row) => texts(row.attributes))) as Record<string, string>,
          tags: [...new Set(all.flatMap((row) => row.tags))],
          organizationId: organization?.organization_id ?? null,
          organizationAttributes: texts(organization?.of_organization),
          segmentIds: segments.get(all[0]?.person_id ?? '') ?? [],
        },
      ];
    }),
  );
}

async function routingsOf(ctx: Ctx, tx: Tx, rows: readonly ConversationRow[]): Promise<Map<string, Routing>> {
  const found = await tx
    .selectFrom('routings')
    .select(['conversation_id', 'queue_id', 'difficulty'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where(
      'conversation_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return new Map(found.map((one) => [one.conversation_id, one]));
}

/** Those that are their customer's first. */
async function firstOnes(ctx: Ctx, tx: Tx, rows: readonly ConversationRow[]): Promise<Set<string>> {
  const found = await tx
    .selectFrom('conversations as c')
    .innerJoin('customers as u', (join) => join.onRef('u.workspace_id', '=', 'c.workspace_id').onRef('u.id', '=', 'c.customer_id'))
    .select('c.id')
    .where('c.workspace_id', '=', ctx.viewer.workspaceId)
    .where(
      'c.id',
      'in',
      rows.map(({ id }) => id),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('conversations as before')
            .innerJoin('customers as same', (join) =>
              join.onRef('same.workspace_id', '=', 'before.workspace_id').onRef('same.id', '=', 'before.customer_id'),
            )
            .select('before.id')
            .whereRef('before.workspace_id', '=', 'c.workspace_id')
            .whereRef('same.person_id', '=', 'u.person_id')
            .whereRef('before.created_at', '<', 'c.created_at'),
        ),
      ),
    )
    .execute();
  return new Set(found.map(({ id }) => id));
}
