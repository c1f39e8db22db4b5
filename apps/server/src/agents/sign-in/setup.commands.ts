import type { Locale } from '@madoguchi/contract/common.ts';
import { sql } from 'kysely';
import type { Platform } from '../../platform/ctx.ts';
import { ctxOfNewWorkspace, insertWorkspace } from '../../workspaces/workspaces.commands.ts';
import { insertAgent } from '../agents.commands.ts';
import { setupDone } from '../agents.errors.ts';
import type { Access } from './access.ts';
import type { Accounts, Client } from './accounts.ts';
import { type Begun, enter } from './sessions.commands.ts';

type Deps = { platform: Platform; accounts: Accounts; access: Access };
type Wish = { workspaceName: string; name: string; email: string; password: string; locale: Locale };

/** Whether nobody has set this installation up yet. */
export const isSetupNeeded = ({ db }: Platform): Promise<boolean> =>
  db.directory(async (tx) => !(await tx.selectFrom('workspaces').select('workspace_id').limit(1).executeTakeFirst()));

/** Any number: of two who set up at once, one holds it. */
const LOCK = 7_236_460;

/**
 * Makes the first workspace with its inboxes and its owner, all or nothing, and signs the owner in.
 * @throws setupDone when there is a workspace, or somebody else is making it right now
 */
export async function runSetup(deps: Deps, { workspaceName, name, email, password, locale }: Wish, client: Client): Promise<Begun> {
  const { platform, accounts } = deps;
  if (!(await isSetupNeeded(platform))) throw setupDone();
  const hash = await accounts.hash(password);
  const ctx = ctxOfNewWorkspace(platform);
  const { accountId } = await ctx.transaction(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(tx);
    if (!rows[0]?.mine || !(await isSetupNeeded(platform))) throw setupDone();
    await insertWorkspace(ctx, tx, { name: workspaceName, locale });
    return insertAgent(ctx, tx, deps, { name, email, role: 'owner', locale }, hash);
  });
  return enter(deps, accountId, client);
}
