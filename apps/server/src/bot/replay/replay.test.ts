import * as contract from '@madoguchi/contract/checked-questions.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { botHouse } from '../../../test/bot-house.ts';
import { updateWorkspace } from '../../workspaces/workspaces.commands.ts';
import { addChecked, removeChecked } from '../checked/checked.commands.ts';
import { questionChecked } from '../checked/checked.events.ts';
import { listChecked } from '../checked/checked.queries.ts';
import { fitPolicy } from '../policy/policy.commands.ts';
import { fittedPolicy, forgetPolicy } from '../policy/policy.queries.ts';
import { policyReader } from '../policy/policy.reader.ts';
import { botPolicyReport } from '../policy/report.queries.ts';
import { replayQuestions } from './replay.queries.ts';

const { system, articles, search, sources, workspaceId } = await botHouse();
const idOf = (slug: string) => articles.get(`ja:${slug}`)!.id;
const fee = faqJa.find(({ slug }) => slug === 'delivery-fee')!;
const strange = '明日の天気を教えてください';
const shares = '株価はいくらですか';

/** Each article of the shop is the answer to its own question; nobody here knows the weather, or the stock market. */
beforeAll(async () => {
  for (const { slug, question } of faqJa) await addChecked(system, question, idOf(slug));
  for (const question of [strange, shares]) await addChecked(system, question, null);
}, 60_000);

const replay = async (change: contract.ProposedChange | null) => {
  const result = await replayQuestions(system, search, change);
  return contract.replayQuestions.response.parse(result);
};

describe('before a change goes out', () => {
  test('nothing changed: nothing differs, and most is answered rightly', async () => {
    const { asked, before, after, changes } = await replay(null);
    expect(asked).toBe(faqJa.length + 2);
    expect(after).toEqual(before);
    expect(changes).toEqual([]);
    expect(before.right).toBeGreaterThan(0.85 * asked);
  });

  test('an article that is emptied of what is asked answers worse, and who asked is told by name', async () => {
    const { before, after, changes } = await replay({
      kind: 'article',
      articleId: idOf('delivery-fee'),
      question: 'お知らせ',
      answer: 'このページは移動しました。',
      category: '',
      examples: [],
    });
    expect(after.right).toBeLessThan(before.right);
    const worse = changes.find(({ question }) => question === fee.question)!;
    expect(worse).toMatchObject({
      right: { id: idOf('delivery-fee') },
      before: { verdict: 'right', articleQuestion: fee.question },
      effect: 'worse',
    });
    expect(changes.map(({ effect }) => effect)).toEqual(
      changes.map(({ effect }) => effect).toSorted((a, b) => (a === b ? 0 : a === 'worse' ? -1 : 1)),
    );
  });

  test('an article taken back is missed', async () => {
    const { changes } = await replay({ kind: 'without_article', articleId: idOf('delivery-fee') });
    expect(changes).toContainEqual(expect.objectContaining({ question: fee.question, effect: 'worse' }));
  });

  test('a new article that takes the question over is seen, though it has no id yet', async () => {
    const { changes } = await replay({
      kind: 'article',
      articleId: null,
      question: strange,
      answer: '晴れです。',
      category: '',
      examples: [],
    });
    expect(changes).toContainEqual(
      expect.objectContaining({
        question: strange,
        effect: 'worse',
        after: { verdict: 'wrong', articleId: null, articleQuestion: strange },
      }),
    );
  });

  test('a synonym that leads astray is seen', async () => {
    const { changes } = await replay({ kind: 'synonyms', synonymId: null, words: ['株価', '送料'] });
    expect(changes).toContainEqual(expect.objectContaining({ question: shares, effect: 'worse' }));
  });

  test('nothing of it stays', async () => {
    expect(await replay(null)).toMatchObject({ changes: [] });
    expect((await sources.find(system, fee.question, null)).candidates[0]?.articleId).toBe(idOf('delivery-fee'));
  });
});

describe('how sure the bot must be', () => {
  test('is as shipped until it is fitted to the workspace’s own questions, and then says so', async () => {
    expect(await fittedPolicy(system)).toMatchObject({ judged: 0, policy: { answer: { correct: 0.6 } } });
    await fitPolicy(system, search);
    const { judged, policy } = await fittedPolicy(system);
    expect(judged).toBeGreaterThan(faqJa.length - 5);
    expect(policy.calibration).not.toEqual({ slope: 1, offset: 0 });
    // Every question is its article's own: nearly all are right, so the bot may be bolder than as shipped.
    expect(policy.answer.correct).toBeLessThan(0.9);
  });

  test('follows the share that must be right', async () => {
    const bars: number[] = [];
    for (const answersRight of [0.85, 0.99]) {
      await updateWorkspace(system, { answersRight });
      await fitPolicy(system, search);
      bars.push((await fittedPolicy(system)).policy.answer.correct);
    }
    expect(bars[1]).toBeGreaterThanOrEqual(bars[0]!);
    await updateWorkspace(system, { answersRight: 0.9 });
    forgetPolicy(workspaceId);
  });

  test('is fitted anew when a tenth more is known, and not for every single question', async () => {
    const reader = policyReader(search);
    const fitsBy = async (extra: number) => {
      for (let n = 0; n < extra; n++) await addChecked(system, `株価その${n}と${extra}はいくらですか`, null);
      await reader.handlers[questionChecked.factName]!(system, {} as never);
      forgetPolicy(workspaceId);
      return (await fittedPolicy(system)).known;
    };
    await fitPolicy(system, search);
    const known = (await fittedPolicy(system)).known;
    expect(await fitsBy(1)).toBe(known);
    expect(await fitsBy(Math.ceil(known / 10))).toBe(known + 1 + Math.ceil(known / 10));
    for (const { id, question } of (await system.transaction((tx) => listChecked(tx, workspaceId, { limit: 200 }))).items)
      if (question.startsWith('株価その')) await removeChecked(system, id);
    await fitPolicy(system, search);
  });

  test('what each choice costs is counted', async () => {
    const report = contract.getBotPolicy.response.parse(await botPolicyReport(system, search));
    expect(report).toMatchObject({ answersRight: 0.9, checked: faqJa.length + 2, fittedOn: 'own' });
    expect(report.choices.map(({ share }) => share)).toEqual([0.85, 0.9, 0.95, 0.98]);
    const answers = report.choices.map((choice) => choice.answers);
    expect(answers).toEqual(answers.toSorted((a, b) => b - a));
    expect(report.choices[0]!.right).toBeGreaterThan(0.85);
    expect(report.choices[0]!.coverage, 'nobody has asked anything yet').toBeNull();
  });
});
