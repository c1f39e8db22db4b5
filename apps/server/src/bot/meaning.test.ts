import { expect, test } from 'vitest';
import { vectorsHouse } from '../../test/vectors-house.ts';
import { botSources } from './bot.sources.ts';

const house = await vectorsHouse();

test('a question in another language is offered its article and never answered with it; what words answer, they go on answering', async () => {
  const ctx = house.ctx(await house.workspace());
  const kintsugi = await house.publish(ctx, '金継ぎは頼めますか', '割れた器を金継ぎいたします。');
  for (const question of ['送料はいくらですか', '駐車場はありますか', '領収書はもらえますか', '返品できますか'])
    await house.publish(ctx, question);
  const { find } = botSources(house.search());
  const [foreign, own] = ['Could you mend a bowl that is cracked?', '金継ぎは頼めますか'];
  expect((await find(ctx, foreign, null)).decision).toBe('handoff');
  const before = await find(ctx, own, null);
  expect(before.decision).toBe('answer');

  await house.choose(ctx);
  const running = await house.keeper();
  await house.untilState(ctx, { inUse: { articles: 5 } });
  await expect.poll(async () => (await find(ctx, foreign, null)).decision).toBe('clarify');
  expect((await find(ctx, foreign, null)).candidates[0]).toMatchObject({ articleId: kintsugi.id });
  const { candidates, ...after } = await find(ctx, own, null);
  expect(after).toMatchObject({ decision: 'answer', confidence: before.confidence, figures: before.figures });
  expect(candidates[0]!.articleId).toBe(kintsugi.id);
  await running.stop();
});
