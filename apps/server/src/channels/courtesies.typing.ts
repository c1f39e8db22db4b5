import { systemActor } from '../platform/actor.ts';
import { makeCtx, type Platform } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { type CourtesyDeps, courtesyShower } from './courtesies.reader.ts';
import { type TypingPayload, typingTopic } from './typing.events.ts';

/** Shorter than what any platform shows for one call, LINE's ten seconds among them. */
const AGAIN_AFTER_MS = 8000;
/** Who left the desk in the middle of a sentence is not typing. */
const LONGEST_MS = 120_000;

/**
 * Shows customers on platforms that can (LINE's loading animation, Telegram's and Messenger's typing) that an agent writes to them. Agents'
 * sockets tell their own process, which shows it, so that it is shown once however many processes there are.
 */
export function showTyping({ platform, ...deps }: CourtesyDeps & { platform: Platform }): { stop: () => Promise<void> } {
  const show = courtesyShower(deps);
  const typing = new Map<string, ReturnType<typeof setInterval>>();
  const end = (conversationId: string) => {
    clearInterval(typing.get(conversationId));
    typing.delete(conversationId);
  };
  const off = platform.bus.onEphemeral(({ workspaceId, topic, payload }) => {
    const { by, conversationId, typing: isTyping } = payload as TypingPayload;
    if (topic !== typingTopic || by !== 'agent' || !conversationId) return;
    end(conversationId);
    if (!isTyping) return;
    const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
    const until = Date.now() + LONGEST_MS;
    const again = () => {
      if (Date.now() > until) return end(conversationId);
      show(ctx, conversationId, 'answering').catch((error: Error) =>
        deps.log.warn({ conversationId, error: error.message }, 'typing was not shown'),
      );
    };
    typing.set(conversationId, setInterval(again, AGAIN_AFTER_MS));
    again();
  });
  return {
    stop: async () => {
      off();
      for (const conversationId of [...typing.keys()]) end(conversationId);
    },
  };
}
