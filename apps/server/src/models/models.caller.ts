import type { Ctx } from '../platform/ctx.ts';
import { unseal } from '../platform/secrets/seal.ts';
import { keepModelCall } from './models.commands.ts';
import { type StoredSettings, storedSettings } from './models.queries.ts';
import type { AskModel, ModelPlace, Models } from './models.types.ts';
import { makeResting } from './resting.ts';

/** The workspace's model for the rooms above: reads where it is, asks, and keeps a note. */
export function openModels(sealingKey: Buffer, ask: AskModel): Models {
  const resting = makeResting(() => performance.now());
  const switchedOn = async (ctx: Ctx): Promise<StoredSettings | null> => {
    const settings = await ctx.transaction((tx) => storedSettings(tx, ctx.viewer.workspaceId));
    return settings?.chat_enabled && !resting.isResting(nameOf(settings)) ? settings : null;
  };
  return {
    isOn: async (ctx) => (await switchedOn(ctx)) !== null,
    ask: async (ctx, question, judge) => {
      const settings = await switchedOn(ctx);
      if (!settings) return null;
      const reply = await ask(placeOf(settings, sealingKey), question);
      resting.note(nameOf(settings), reply.failure === null || !IS_AWAY.has(reply.failure));
      const judged = judge(reply);
      await keepModelCall(ctx, settings, reply, judged.note);
      return { ...judged, model: settings.chat_model, ms: reply.ms };
    },
  };
}

/** Failures that the next question would meet as well, and wait for. */
const IS_AWAY: ReadonlySet<string> = new Set(['timeout', 'unreachable', 'server_error', 'too_many']);

/** Whoever changes the settings has the endpoint tried at once. */
const nameOf = ({ workspace_id, updated_at }: StoredSettings): string => `${workspace_id} ${updated_at.getTime()}`;

export const placeOf = (settings: StoredSettings, sealingKey: Buffer): ModelPlace => ({
  url: settings.chat_url,
  model: settings.chat_model,
  key: settings.chat_key && unseal(sealingKey, settings.chat_key),
  timeLimitMs: settings.time_limit_ms,
});
