import { assignTeamAsBot, handOff, noteAsBot } from '../../conversations/commands/bot.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { endFlow } from '../../flows/run/runs.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { wordsFor } from '../../platform/words.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { saidIn } from './summary.queries.ts';
import { summaryOf } from './summary.rules.ts';

type HandOff = {
  because: string;
  teamId: string | null;
  messageId: string;
  /** A flow would have asked who the customer is, and no mail server is set up. */
  lacksMail: boolean;
};

/**
 * Gives a conversation that the caller has locked, and whose steps are kept, to people or one of their teams, with a note of what was said
 * so far. `messageId`: the customer's message that led to it; there is one note for each.
 */
export async function giveToPeople(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  { because, teamId, messageId, lacksMail }: HandOff,
): Promise<void> {
  const assigned = teamId ? await assignTeamAsBot(ctx, tx, conversation, teamId) : conversation;
  const handed = await handOff(ctx, tx, assigned, because);
  const ended = await endFlow(ctx, tx, handed);
  const { locale: home } = await workspaceSettings(ctx, tx);
  const summary = summaryOf(
    {
      said: await saidIn(tx, ctx.viewer.workspaceId, handed.id, ended?.question ?? null),
      locale: handed.locale === 'en' ? 'en' : 'ja',
      page: handed.page as { url: string; title: string } | null,
      collected: ended?.collected ?? null,
    },
    home,
    wordsFor(home),
  );
  if (summary) await noteAsBot(ctx, tx, handed, { text: summary, externalId: `summary:${messageId}` });
  if (lacksMail) await noteAsBot(ctx, tx, handed, { text: wordsFor(home)('code.note_no_mail'), externalId: `no-mail:${messageId}` });
}
