import { whisperTo } from '../conversations/whispers/whispers.commands.ts';
import { makeCtx } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import type { Stage } from './demo.stories.ts';

/** Nakamura whispers to Suzuki in the conversation of his that moved last, so that the strip above the composer has something to say. Idempotent. */
export async function whisperToColleague({
  platform,
  workspaceId,
  agents,
}: Pick<Stage, 'platform' | 'workspaceId' | 'agents'>): Promise<void> {
  const [by, whom] = [agents.get('nakamura'), agents.get('suzuki')];
  if (!by || !whom) return;
  const ctx = makeCtx(platform, systemViewer(workspaceId), { kind: 'agent', ...by });
  const his = await ctx.transaction((tx) =>
    tx
      .selectFrom('conversations')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('assignee_agent_id', '=', whom.id)
      .where('status', '=', 'open')
      .where('merged_into', 'is', null)
      .orderBy('last_activity_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  if (!his) return;
  const text = '先にお詫びを一言添えると、落ち着いて読んでいただけそうです。';
  await whisperTo(ctx, his.id, { to: whom.id, text, idempotencyKey: 'demo-whisper' });
}
