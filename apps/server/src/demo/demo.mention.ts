import { addNote } from '../conversations/commands/reply.ts';
import { makeCtx } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import type { Stage } from './demo.stories.ts';

/** Takahashi asks Suzuki about the conversation that waits the longest for an agent, so that the bell has something to show. Idempotent. */
export async function askColleague({ platform, workspaceId, agents }: Pick<Stage, 'platform' | 'workspaceId' | 'agents'>): Promise<void> {
  const [by, whom] = [agents.get('takahashi'), agents.get('suzuki')];
  if (!by || !whom) return;
  const ctx = makeCtx(platform, systemViewer(workspaceId), { kind: 'agent', ...by });
  const waiting = await ctx.transaction((tx) =>
    tx
      .selectFrom('conversations')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('waiting_since', 'is not', null)
      .where('handled_by', '=', 'human')
      .orderBy('waiting_since')
      .limit(1)
      .executeTakeFirst(),
  );
  if (!waiting) return;
  const name = `@${whom.name}`;
  const mentions = [{ kind: 'agent' as const, id: whom.id, from: 0, to: name.length }];
  const text = `${name} この件、以前にも同じお客様から伺いましたか?`;
  await addNote(ctx, waiting.id, { text, attachmentIds: [], idempotencyKey: 'demo-mention', mentions });
}
