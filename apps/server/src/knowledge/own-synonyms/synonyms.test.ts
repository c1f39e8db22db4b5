import { beforeEach, describe, expect, test } from 'vitest';
import { createArticle } from '../knowledge.commands.ts';
import { knowledgeSearch } from '../knowledge.index.ts';
import { knowledgeHouse } from '../knowledge.testkit.ts';
import { addSynonyms, changeSynonyms, removeSynonyms } from './synonyms.commands.ts';
import { listSynonyms } from './synonyms.queries.ts';

const house = await knowledgeHouse();
let workspaceId: string;
let ctx: ReturnType<typeof house.ctx>;
beforeEach(async () => {
  workspaceId = await house.workspace();
  ctx = house.ctx(workspaceId);
});
const list = async () => (await ctx.transaction((tx) => listSynonyms(tx, workspaceId))).map(({ words }) => words);

describe('a company’s own words', () => {
  test('are kept as written, once each, and the same again is the same group', async () => {
    const cool = await addSynonyms(ctx, ['クール便', '冷蔵便', 'ｸｰﾙ便', ' 冷凍便 ']);
    expect(cool.words).toEqual(['クール便', '冷蔵便', '冷凍便']);
    expect((await addSynonyms(ctx, ['冷凍便', 'クール便', '冷蔵便'])).id).toBe(cool.id);
    expect(await list()).toHaveLength(1);
    expect((await house.factsOf(workspaceId)).map(({ name }) => name)).toEqual(['synonyms.changed']);
  });

  test('a word stands in one group only, also when two editors add it at the same instant', async () => {
    await addSynonyms(ctx, ['クール便', '冷蔵便']);
    await expect(addSynonyms(ctx, ['冷凍便', 'くーる便', 'ｸｰﾙ便'])).rejects.toMatchObject({
      code: 'synonym.word_taken',
      extra: { word: 'ｸｰﾙ便' },
    });
    const both = await Promise.allSettled([addSynonyms(ctx, ['匙', 'スプーン']), addSynonyms(ctx, ['スプーン', 'さじ'])]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('one word alone is refused, and so is what is only written in two ways', async () => {
    await expect(addSynonyms(ctx, ['クール便', 'ｸｰﾙ便'])).rejects.toMatchObject({ code: 'synonym.too_few' });
  });

  test('are changed and removed; what is gone is not found', async () => {
    const { id } = await addSynonyms(ctx, ['クール便', '冷蔵便']);
    await changeSynonyms(ctx, id, ['クール便', 'チルド便']);
    expect(await list()).toEqual([['クール便', 'チルド便']]);
    await removeSynonyms(ctx, id);
    expect(await list()).toEqual([]);
    await expect(changeSynonyms(ctx, id, ['あ', 'い'])).rejects.toMatchObject({ code: 'not_found' });
    await expect(removeSynonyms(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('lead customers to the article within a moment, and no longer once they are removed', async () => {
    const search = knowledgeSearch(house.platform, { log: { warn: () => {} } });
    house.closing.push(search.close);
    const article = {
      question: 'クール便は選べますか',
      answer: '夏のあいだ、お選びいただけます。',
      category: '',
      examples: [],
      locale: 'ja' as const,
    };
    const { id } = await createArticle(ctx, article, { status: 'published' });
    const ids = async () => (await search.search(workspaceId, 'ひえひえ配送でお願い', { limit: 3 })).hits.map((hit) => hit.id);
    expect(await ids()).toEqual([]);
    const group = await addSynonyms(ctx, ['クール便', 'ひえひえ配送']);
    await expect.poll(ids).toEqual([id]);
    await removeSynonyms(ctx, group.id);
    await expect.poll(ids).toEqual([]);
  });
});
