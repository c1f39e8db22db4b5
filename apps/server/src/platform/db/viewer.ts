/** Whose eyes a transaction reads with. PostgreSQL enforces it (row-level security); the code cannot forget it. */
export type Viewer = {
  workspaceId: string;
  /** Visible inboxes; 'all' for owners, admins and the system. */
  inboxes: 'all' | readonly string[];
  /** Set when a customer looks: then only what is theirs. */
  customerId?: string;
  /** Set when the viewer sees less than every conversation of these inboxes. */
  sight?: Sight;
  /** Whose whispers they hear: `all`, or those to and from the agent of this id; without it, none. */
  whispers?: string;
};

/** What of the conversations somebody sees: those of these agents, of these teams, and perhaps those that nobody has. */
export type Sight = {
  agentId: string;
  /** Themselves, and their team mates if they see what those have. */
  agents: readonly string[];
  teams: readonly string[];
  unassigned: boolean;
};

/** The product itself at work inside one workspace: readers of the log, jobs. */
export const systemViewer = (workspaceId: string): Viewer => ({ workspaceId, inboxes: 'all', whispers: 'all' });

const SAFE = /^[a-z]{3}_[0-9a-z]{26}$/;

/**
 * The opening statement of a fenced transaction, in one round trip. Ids are checked against their form before they are written
 * into the text, because `begin` cannot take parameters.
 * @throws Error for an id that is not one
 */
export function openingOf(viewer: Viewer): string {
  const { sight, whispers } = viewer;
  const ids = [viewer.workspaceId, ...(viewer.inboxes === 'all' ? [] : viewer.inboxes), ...(viewer.customerId ? [viewer.customerId] : [])];
  if (sight) ids.push(sight.agentId, ...sight.agents, ...sight.teams);
  if (whispers && whispers !== 'all') ids.push(whispers);
  for (const id of ids) if (!SAFE.test(id)) throw new Error(`not an id: ${JSON.stringify(id)}`);
  const inboxes = viewer.inboxes === 'all' ? '*' : viewer.inboxes.join(',');
  return `begin; set local role ${viewer.sight ? 'madoguchi_narrowed' : 'madoguchi_app'}; set local app.workspace_id = '${viewer.workspaceId}'; set local app.inboxes = '${inboxes}'; set local app.customer_id = '${viewer.customerId ?? ''}'${sight ? narrowing(sight) : ''}${whispers ? `; set local app.whispers = '${whispers === 'all' ? '*' : whispers}'` : ''}`;
}

/** Only said of those whose sight is narrowed: what is not set narrows nothing. */
const narrowing = ({ agentId, agents, teams, unassigned }: Sight): string =>
  `; set local app.agent_id = '${agentId}'; set local app.agents = '${agents.join(',')}'; set local app.teams = '${teams.join(',')}'; set local app.unassigned = '${unassigned ? 'on' : ''}'`;
