import type { Ctx } from '../../platform/ctx.ts';
import { wordsFor } from '../../platform/words.ts';
import type { Call } from '../port/call.types.ts';
import { shorten } from '../port/shorten.rules.ts';
import { messageByPart, messageOfCustomer } from './our-messages.queries.ts';

const EXCERPT = 40;

/** What a message answers, as a line below its words; nothing where that message is not known here, or had no words. */
export async function repliedTo(ctx: Ctx, inbox: Call['inbox'], externalId: string | undefined, locale: 'ja' | 'en'): Promise<string> {
  if (!externalId) return '';
  const text = await ctx.transaction(async (tx) => {
    const id = (await messageByPart(tx, inbox, externalId))?.id ?? (await messageOfCustomer(tx, inbox, externalId));
    if (!id) return '';
    const row = await tx
      .selectFrom('messages')
      .select('text')
      .where('workspace_id', '=', inbox.workspaceId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.text.trim() ?? '';
  });
  return text === '' ? '' : `\n\n${wordsFor(locale)('channel.replied_to', { excerpt: shorten(text, EXCERPT) })}`;
}
