import { describe, expect, test } from 'vitest';
import { botHouse } from '../../../test/bot-house.ts';
import { setStatus } from '../../conversations/commands/manage.ts';
import { replyAsAgent } from '../../conversations/commands/reply.ts';
import { saveArticle, setArticleStatus } from '../../knowledge/knowledge.commands.ts';
import { newId } from '../../platform/ids/ids.ts';
import { dismissUnanswered, draftFromUnanswered } from './unanswered.commands.ts';
import { listUnanswered } from './unanswered.queries.ts';

const house = await botHouse();
const { system, customer, suzuki, clock } = house;
const lids = ['急須のふただけ買えますか', 'ふたのみの購入は可能？', '蓋だけ欲しい'];

/** A customer whom the bot could not answer. */
async function inVain(question: string) {
  const one = await customer();
  await one.says(question);
  await system.transaction((tx) => tx.updateTable('bot_steps').set({ unanswered: true }).where('query', '=', question).execute());
  const conversationId = (await one.conversation()).id;
  return {
    conversationId,
    reply: async (text: string, settled = false) => {
      clock.advance(1000);
      const { last_seq } = await one.conversation();
      const what = { text, attachmentIds: [], seenSeq: last_seq, thenStatus: 'waiting' as const, idempotencyKey: newId('key') };
      await replyAsAgent(suzuki, conversationId, what, 0, async () => []);
      if (settled) await setStatus(suzuki, conversationId, 'resolved');
    },
  };
}

describe('questions nobody could answer, asked in other words', () => {
  const reply = '佐藤様\nお世話になっております。ふたは単品でもお求めいただけます。型番をお知らせください。\nよろしくお願いいたします。';
  let draftId = '';

  test('are one group, with what agents replied: what settled the matter first', async () => {
    const [first, second, third] = [await inVain(lids[0]!), await inVain(lids[1]!), await inVain(lids[2]!)];
    await first.reply(
      '確認いたしますので、いましばらくお待ちくださいませ。少々お時間をいただきます。申し訳ございません。何とぞご了承ください。',
    );
    await second.reply(reply, true);
    await second.reply('追ってご連絡します');
    await inVain('お茶会は開いていますか');
    const [group, ...others] = await listUnanswered(system);
    expect(others.map(({ wordings }) => wordings)).toEqual([['お茶会は開いていますか']]);
    expect(group).toMatchObject({ count: 3, articleId: null });
    expect(group!.wordings.toSorted()).toEqual(lids.toSorted());
    expect(group!.question).toBe(group!.wordings[0]);
    expect(group!.conversationIds).toEqual([third, second, first].map(({ conversationId }) => conversationId));
    expect(group!.replies.map(({ conversationId, isSettled }) => [conversationId, isSettled])).toEqual([
      [first.conversationId, false],
      [second.conversationId, false],
    ]);
    await setStatus(suzuki, second.conversationId, 'resolved');
    const [again] = await listUnanswered(system);
    expect(again!.replies[0]).toMatchObject({
      conversationId: second.conversationId,
      agentName: suzuki.actor.name,
      text: reply,
      isSettled: true,
    });
  });

  test('become one draft from a reply, by any of their wordings', async () => {
    const [group] = await listUnanswered(system);
    const empty = await draftFromUnanswered(suzuki, lids[2]!);
    expect(empty).toMatchObject({ question: group!.question, answer: '', examples: group!.wordings.slice(1) });
    const filled = await draftFromUnanswered(suzuki, lids[0]!, group!.replies[0]!.messageId);
    expect(filled).toMatchObject({ id: empty.id, answer: 'ふたは単品でもお求めいただけます。型番をお知らせください。' });
    const kept = await draftFromUnanswered(suzuki, lids[1]!, group!.replies[1]!.messageId);
    expect(kept, 'what somebody wrote stays').toMatchObject({ id: empty.id, answer: filled.answer });
    expect((await listUnanswered(system))[0]?.articleId).toBe(empty.id);
    await expect(draftFromUnanswered(suzuki, lids[0]!, newId('msg'))).rejects.toMatchObject({ code: 'not_found' });
    draftId = empty.id;
    await saveArticle(suzuki, draftId, { ...filled, answer: 'はい。' });
  });

  test('leave the list together when the article is published, and return when asked again', async () => {
    clock.advance(60_000);
    await setArticleStatus(suzuki, draftId, 'published');
    expect((await listUnanswered(system)).map(({ question }) => question)).toEqual(['お茶会は開いていますか']);
    clock.advance(60_000);
    await inVain('ふただけ欲しいです');
    const [, again] = (await listUnanswered(system)).toSorted((a, b) => a.question.localeCompare(b.question));
    expect(again).toMatchObject({ question: 'ふただけ欲しいです', count: 1, wordings: ['ふただけ欲しいです'], articleId: draftId });
  });

  test('are dismissed together', async () => {
    await inVain('急須のふたを買いたい');
    expect((await listUnanswered(system)).map(({ count }) => count)).toEqual([2, 1]);
    await dismissUnanswered(suzuki, '急須のふたを買いたい');
    expect((await listUnanswered(system)).map(({ question }) => question)).toEqual(['お茶会は開いていますか']);
  });
});
