import { describe, expect, test } from 'vitest';
import { botHouse } from '../../../test/bot-house.ts';
import { replyAsAgent } from '../../conversations/commands/reply.ts';
import { createArticle } from '../../knowledge/knowledge.commands.ts';
import { listSynonyms } from '../../knowledge/own-synonyms/synonyms.queries.ts';
import { makeCtx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids/ids.ts';
import { acceptProposal, ignoreProposal } from './proposals.commands.ts';
import { listSynonymProposals } from './proposals.queries.ts';

const house = await botHouse();
const { system, customer, workspaceId, platform, suzuki } = house;
const pairs = async (ctx = system) => (await listSynonymProposals(ctx)).map(({ asked, written, count }) => [asked, written, count]);
const ask = async (text: string) => {
  const one = await customer();
  await one.says(text);
  return one;
};

/** An agent answers with one article. */
async function answered(one: Awaited<ReturnType<typeof ask>>, articleId: string) {
  const { id, last_seq } = await one.conversation();
  const reply = {
    text: 'こちらをご覧ください。',
    attachmentIds: [],
    seenSeq: last_seq,
    thenStatus: 'waiting' as const,
    articleIds: [articleId],
  };
  await replyAsAgent(suzuki, id, { ...reply, idempotencyKey: newId('key') }, 0, async () => []);
}

describe('what customers call otherwise', () => {
  test('is proposed once two conversations show it, with the evidence', async () => {
    const { id: articleId } = await createArticle(
      system,
      { question: 'クール便は選べますか', answer: '夏のあいだ、お選びいただけます。', category: '', examples: [], locale: 'ja' },
      { status: 'published' },
    );
    const found = async () => (await house.search.search(workspaceId, 'クール便は選べますか', { limit: 1 })).hits[0]?.id;
    await expect.poll(found).toBe(articleId);
    await answered(await ask('ひえひえ配送でお願いできますか'), articleId);
    expect(await pairs(), 'one customer proves nothing').toEqual([]);

    const second = await ask('ひえひえ配送は選べるの');
    await system.transaction((tx) => tx.updateTable('bot_steps').set({ unanswered: true }).where('query', 'like', 'ひえひえ%').execute());
    await second.says('クール便は選べますか');
    await second.says('はい、解決しました', { kind: 'solved' });
    expect(await pairs()).toEqual([['ひえひえ配送', 'クール便', 2]]);
    const [{ evidence } = { evidence: [] }] = await listSynonymProposals(system);
    expect(evidence).toMatchObject([
      { asked: 'ひえひえ配送は選べるの', rephrased: 'クール便は選べますか', article: { id: articleId }, by: 'solved' },
      { asked: 'ひえひえ配送でお願いできますか', rephrased: null, article: { id: articleId }, by: 'agent' },
    ]);
  });

  test('is seen only by who may see the conversations', async () => {
    const elsewhere = makeCtx(platform, { workspaceId, inboxes: [] }, suzuki.actor);
    expect(await pairs(elsewhere)).toEqual([]);
  });

  test('is proposed no more once it is ignored', async () => {
    await ignoreProposal(suzuki, { asked: 'ひえひえ配送', written: 'クール便' });
    await ignoreProposal(suzuki, { asked: 'ひえひえ配送', written: 'クール便' });
    expect(await pairs()).toEqual([]);
    await system.transaction((tx) => tx.deleteFrom('ignored_synonyms').execute());
    expect(await pairs()).toHaveLength(1);
  });

  test('joins the group of the articles’ word, and is known from then on', async () => {
    await acceptProposal(suzuki, { asked: '冷蔵便', written: 'クール便' });
    await acceptProposal(suzuki, { asked: 'ひえひえ配送', written: 'クール便' });
    await acceptProposal(suzuki, { asked: 'ひえひえ配送', written: 'クール便' });
    const groups = await system.transaction((tx) => listSynonyms(tx, workspaceId));
    expect(groups.map(({ words }) => words)).toEqual([['クール便', '冷蔵便', 'ひえひえ配送']]);
    expect(await pairs()).toEqual([]);
  });
});
