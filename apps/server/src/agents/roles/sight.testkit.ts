import fc from 'fast-check';
import type pg from 'pg';
import { newId } from '../../platform/ids/ids.ts';

/** A company as it is drawn by lot: indexes into its lists. */
export type Drawn = {
  inboxTeams: number[][];
  agents: { teams: number[]; sees: 'inboxes' | 'own_team' | 'own'; unassigned: boolean }[];
  talks: { inbox: number; agent: number | null; team: number | null; customer: number; turn: 'open' | 'waiting' | 'resolved' | 'bot' }[];
};

const TEAMS = 3;
const AGENTS = 4;
const CUSTOMERS = 5;
const team = fc.integer({ min: 0, max: TEAMS - 1 });

export const companies: fc.Arbitrary<Drawn> = fc.record({
  inboxTeams: fc.tuple(fc.constant([]), fc.uniqueArray(team, { minLength: 1, maxLength: 2 })).map((teams) => teams as number[][]),
  agents: fc.array(
    fc.record({
      teams: fc.uniqueArray(team, { maxLength: 2 }),
      sees: fc.constantFrom('inboxes' as const, 'own_team' as const, 'own' as const),
      unassigned: fc.boolean(),
    }),
    { minLength: AGENTS, maxLength: AGENTS },
  ),
  talks: fc.array(
    fc.record({
      inbox: fc.integer({ min: 0, max: 1 }),
      agent: fc.option(fc.integer({ min: 0, max: AGENTS - 1 })),
      team: fc.option(team),
      customer: fc.integer({ min: 0, max: CUSTOMERS - 1 }),
      turn: fc.constantFrom('open' as const, 'waiting' as const, 'resolved' as const, 'bot' as const),
    }),
    { minLength: 6, maxLength: 10 },
  ),
});

/** What an agent sees, said once more in plain words: visible inbox, and then mine, my mates', my teams', or nobody's. */
export function oracle({ inboxTeams, agents, talks }: Drawn, who: number): Set<number> {
  const me = agents[who]!;
  const shares = (a: number[], b: number[]) => a.some((one) => b.includes(one));
  const seen = talks.flatMap(({ inbox, agent, team: has }, index) => {
    const teams = inboxTeams[inbox]!;
    if (teams.length > 0 && !shares(teams, me.teams)) return [];
    if (me.sees === 'inboxes') return [index];
    if (agent === null && has === null) return me.unassigned ? [index] : [];
    if (agent === who) return [index];
    if (me.sees === 'own') return [];
    const isMate = agent !== null && shares(agents[agent]!.teams, me.teams);
    return isMate || (has !== null && me.teams.includes(has)) ? [index] : [];
  });
  return new Set(seen);
}

/** Writes a drawn company into a workspace, as if it had always been there. @returns the ids, in the order of what was drawn */
export async function settle(
  client: pg.Client,
  workspaceId: string,
  drawn: Drawn,
  permissions: readonly string[],
  accounts: readonly string[],
) {
  const made = (prefix: Parameters<typeof newId>[0], count: number) => Array.from({ length: count }, () => newId(prefix));
  const ids = {
    inboxes: made('ibx', 2),
    teams: made('tem', TEAMS),
    roles: made('rol', AGENTS),
    agents: made('agt', AGENTS),
    customers: made('cus', CUSTOMERS),
    identities: made('idn', CUSTOMERS),
    threads: made('thr', CUSTOMERS * 2),
    talks: made('cnv', drawn.talks.length),
    messages: made('msg', drawn.talks.length),
  };
  const insert = async (table: string, rows: readonly Record<string, unknown>[]) => {
    if (rows.length === 0) return;
    const list = JSON.stringify(rows.map((row) => ({ workspace_id: workspaceId, ...row })));
    const columns = ['workspace_id', ...Object.keys(rows[0]!)].join(', ');
    await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      list,
    ]);
  };
  const at = (index: number) => new Date(Date.UTC(2026, 10, 20, 0, index)).toISOString();
  await insert(
    'inboxes',
    ids.inboxes.map((id, n) => ({ id, name: `窓口${n}`, channel: 'chat', key: id.slice(4) })),
  );
  await insert(
    'teams',
    ids.teams.map((id, n) => ({ id, name: `チーム${n}`, created_at: at(0) })),
  );
  await insert(
    'inbox_teams',
    drawn.inboxTeams.flatMap((teams, n) => teams.map((one) => ({ inbox_id: ids.inboxes[n], team_id: ids.teams[one] }))),
  );
  await insert(
    'roles',
    drawn.agents.map(({ sees, unassigned }, n) => ({
      id: ids.roles[n],
      name: `役割${n}`,
      base: 'agent',
      permissions,
      sees,
      unassigned,
      created_at: at(0),
    })),
  );
  await insert(
    'agents',
    ids.agents.map((id, n) => ({
      id,
      account_id: accounts[n],
      name: `担当${n}`,
      email: `${id}@shop.example`,
      role: 'agent',
      role_id: ids.roles[n],
      locale: 'ja',
      created_at: at(0),
    })),
  );
  await insert(
    'team_members',
    drawn.agents.flatMap(({ teams }, n) => teams.map((one) => ({ team_id: ids.teams[one], agent_id: ids.agents[n] }))),
  );
  await insert(
    'customers',
    ids.customers.map((id, n) => ({
      id,
      person_id: id,
      name: `客${n}`,
      reading: '',
      last_seen_at: at(0),
      created_at: at(n),
      attributes: {},
      tags: [],
      address: {},
    })),
  );
  await insert(
    'identities',
    ids.customers.map((id, n) => ({
      id: ids.identities[n],
      customer_id: id,
      kind: 'email',
      value: `${id}@example.com`,
      verified_at: at(n),
      source: 'mail',
      created_at: at(n),
    })),
  );
  await insert(
    'threads',
    ids.threads.map((id, n) => ({
      id,
      inbox_id: ids.inboxes[n % 2],
      customer_id: ids.customers[n >> 1],
      identity_id: ids.identities[n >> 1],
      external_id: id,
    })),
  );
  await insert(
    'conversations',
    drawn.talks.map((talk, n) => ({
      id: ids.talks[n],
      number: 900 + n,
      inbox_id: ids.inboxes[talk.inbox],
      channel: 'chat',
      customer_id: ids.customers[talk.customer],
      thread_id: ids.threads[talk.customer * 2 + talk.inbox],
      subject: `急須の件${n}`,
      status: talk.turn === 'bot' ? 'open' : talk.turn,
      handled_by: talk.turn === 'bot' ? 'bot' : 'human',
      agent_acted_at: null,
      assignee_agent_id: talk.agent === null ? null : ids.agents[talk.agent],
      assignee_team_id: talk.team === null ? null : ids.teams[talk.team],
      tags: [`札${n}`],
      preview: `急須が割れた${n}`,
      preview_author: 'customer',
      locale: 'ja',
      last_seq: 1,
      customer_seen_seq: 0,
      agent_seen_seq: 0,
      last_activity_at: at(n),
      waiting_since: talk.turn === 'open' ? at(n) : null,
      created_at: at(n),
    })),
  );
  await insert(
    'messages',
    drawn.talks.map((talk, n) => ({
      id: ids.messages[n],
      conversation_id: ids.talks[n],
      thread_id: ids.threads[talk.customer * 2 + talk.inbox],
      inbox_id: ids.inboxes[talk.inbox],
      channel: 'chat',
      seq: 1,
      kind: 'message',
      author_kind: 'customer',
      author_id: ids.customers[talk.customer],
      author_name: `客${talk.customer}`,
      text: `急須が割れた${n}`,
      blocks: [],
      delivery: 'sent',
      external_id: ids.messages[n],
      created_at: at(n),
    })),
  );
  await insert(
    'surveys',
    drawn.talks.map((talk, n) => ({
      id: newId('srv'),
      conversation_id: ids.talks[n],
      inbox_id: ids.inboxes[talk.inbox],
      agent_id: null,
      scale: 'five',
      asks_comment: true,
      asked_at: at(n),
      rating: 3,
      answered_at: at(n),
      rated_at: at(n),
      comment: `ふつう${n}`,
    })),
  );
  return ids;
}
