import type { Block, BotReason } from '@madoguchi/contract/messages.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Said, Titled } from './summary.rules.ts';

/** The bot's reasons for what it made of a question; the others are about everything else people say. */
const ABOUT_QUESTIONS: ReadonlySet<string | null> = new Set<BotReason>([
  'sure',
  'several_possible',
  'not_sure',
  'outside_knowledge',
  'no_words',
  'nothing_found',
]);
/** More was hardly ever said to a bot. */
const READ = 300;

/** What was said between a customer and the bot, and what the bot made of it, the first first. `begunWith`: the words that began a flow. */
export async function saidIn(tx: Tx, workspaceId: string, conversationId: string, begunWith: string | null): Promise<Said[]> {
  const rows = await tx
    .selectFrom('messages as m')
    .leftJoin('bot_steps as s', (join) => join.onRef('s.workspace_id', '=', 'm.workspace_id').onRef('s.asked_message_id', '=', 'm.id'))
    .select(['m.author_kind', 'm.text', 'm.blocks', 's.query', 's.because'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.conversation_id', '=', conversationId)
    .where('m.kind', '=', 'message')
    .orderBy('m.seq')
    .limit(READ)
    .execute();
  return rows.map(({ author_kind, text, blocks, query, because }): Said => {
    if (author_kind !== 'customer') return { by: 'bot', ...articlesIn(blocks as Block[]) };
    return {
      by: 'customer',
      text,
      // A button is kept under its name, words as they are.
      ownWords: text.trim() !== '' && (query === null || query === text),
      asked: ABOUT_QUESTIONS.has(because) || text === begunWith,
      no: because === 'not_solved' || because === 'none_of_these',
    };
  });
}

function articlesIn(blocks: readonly Block[]): { quoted: Titled[]; offered: Titled[] } {
  return {
    quoted: blocks.flatMap((block) => (block.type === 'quote' ? [{ articleId: block.articleId, title: block.title }] : [])),
    offered: blocks.flatMap((block) =>
      block.type === 'choices'
        ? block.choices.flatMap(({ label, choice }) => (choice.kind === 'article' ? [{ articleId: choice.articleId, title: label }] : []))
        : [],
    ),
  };
}
