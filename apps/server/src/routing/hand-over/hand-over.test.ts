import { expect, test } from 'vitest';
import { mori } from '../../../../../fixtures/agents.ts';
import { factsOf } from '../../../test/stage.ts';
import { assign, setTags } from '../../conversations/commands/manage.ts';
import { setPriority } from '../../conversations/commands/priority.ts';
import { asWaiting, paceNow, queueOf } from '../../conversations/queue/queue.queries.ts';
import { placesIn } from '../../conversations/queue/queue.rules.ts';
import { correctDifficulty } from '../difficulty/correct.commands.ts';
import { placeAhead } from '../place/ahead.queries.ts';
import { conversationRouting } from '../place/conversation-routing.queries.ts';
import { sweep } from '../place/sweep.commands.ts';
import { noBot } from '../place/told.queries.ts';
import { updateProfile } from '../profiles/profiles.commands.ts';
import { anything } from '../queues/match.rules.ts';
import { createQueue, removeQueue, sortQueues, updateQueue } from '../queues/queues.commands.ts';
import { queueRules } from '../queues/queues.queries.ts';
import { tryRouting } from '../queues/try.queries.ts';
import { queueBody, routingHouse } from '../routing.testkit.ts';
import { escalate } from './escalate.commands.ts';
import { handOver, standInFor } from './hand-over.commands.ts';
import { createStandIn, removeStandIn } from './stand-ins.commands.ts';

const house = await routingHouse();
const {
  system,
  suzuki,
  takahashi,
  clock,
  addAgent,
  defaultQueue,
  chatInboxId,
  workspaceId,
  here,
  asks,
  place,
  asked,
  answer,
  assignee,
  pass,
} = house;
const profile = { tier: 1, languages: ['ja' as const], skills: {}, capacity: { chats: 5, messages: 5, calls: 1 } };
await updateProfile(system, suzuki.actor.id!, profile);
await updateProfile(system, takahashi.actor.id!, { ...profile, tier: 2 });
const routing = (id: string) => system.transaction((tx) => conversationRouting(system, tx, id, noBot));
const notes = async (id: string) =>
  (
    await system.transaction((tx) =>
      tx.selectFrom('messages').select('text').where('conversation_id', '=', id).where('kind', '=', 'note').execute(),
    )
  ).map(({ text }) => text);

test('escalated with a reason, only the tier above is asked; above the highest nobody is', async () => {
  const { id } = await asks('送料はいくらですか');
  await assign(suzuki, id, { agentId: suzuki.actor.id, teamId: null });
  await place(id);
  expect(await routing(id)).toMatchObject({ tier: 1, canEscalate: true, waiting: false });
  await escalate(suzuki, id, '返金の判断が要ります', noBot);
  expect(await notes(id)).toEqual(['返金の判断が要ります']);
  await pass();
  expect([await asked(suzuki), await asked(takahashi)]).toEqual([[], [id]]);
  await answer(takahashi, id, 'accept');
  expect(await routing(id)).toMatchObject({ tier: 2, canEscalate: false });
  await expect(escalate(takahashi, id, 'まだ無理です', noBot)).rejects.toThrow('escalation.nobody_above');
  expect((await factsOf(system, id)).filter((name) => /escalated|handed_over/.test(name))).toEqual(['conversation.escalated']);
});

test('corrected, a conversation goes where hard ones go, and the next like it is judged so', async () => {
  const hard = await createQueue(
    system,
    queueBody({ name: '難しい問い合わせ', conditions: { ...anything(), difficulty: 'hard' }, tier: 2 }),
  );
  const { id } = await asks('名入れの書体についてご相談です'.repeat(20));
  expect(await routing(id)).toMatchObject({
    difficulty: 'easy',
    queue: { id: defaultQueue },
    correctedBy: null,
    reasons: [{ code: 'long' }],
  });
  await correctDifficulty(suzuki, id, 'hard', noBot);
  expect(await routing(id)).toMatchObject({ difficulty: 'hard', queue: { id: hard.id }, correctedBy: suzuki.actor.name });
  for (let n = 0; n < 6; n += 1)
    await correctDifficulty(suzuki, (await asks('名入れの書体についてご相談です'.repeat(20))).id, 'hard', noBot);
  const next = await asks('名入れの書体についてご相談です'.repeat(20));
  expect(await routing(next.id)).toMatchObject({ difficulty: 'hard', queue: { id: hard.id }, correctedBy: null });
  // The queue goes: who waits in it is placed anew by the reader of its fact, or by the sweep.
  await removeQueue(system, hard.id);
  await place(next.id);
  expect(await routing(next.id)).toMatchObject({ queue: { id: defaultQueue } });
});

test('the first rule that holds decides, in the order they are put; the test says who would get it and why not', async () => {
  const gift = await createQueue(system, queueBody({ name: 'ギフト', conditions: { ...anything(), tags: ['ギフト'] } }));
  const chat = await createQueue(system, queueBody({ name: 'チャット', conditions: { ...anything(), channels: ['chat'] }, tier: 2 }));
  const { id } = await asks();
  expect((await routing(id)).queue?.id).toBe(chat.id);
  await setTags(suzuki, id, ['ｷﾞﾌﾄ']);
  await place(id);
  expect((await routing(id)).queue?.id).toBe(gift.id);
  expect((await sortQueues(system, [chat.id, gift.id])).map((one) => one.name)).toEqual(['チャット', 'ギフト', '全般']);
  await place(id);
  expect((await routing(id)).queue?.id).toBe(chat.id);
  const example = {
    inboxId: chatInboxId,
    subject: '',
    page: '',
    tags: [],
    language: 'ja' as const,
    attributes: [],
    difficulty: 'easy' as const,
  };
  const tried = await system.transaction((tx) => tryRouting(system, tx, example));
  expect(tried).toMatchObject({ queueName: 'チャット', because: [{ code: 'channel' }] });
  expect(tried.candidates.map((one) => [one.name, one.eligible, one.reasons[0]?.code])).toEqual([
    [takahashi.actor.name, true, 'room'],
    [suzuki.actor.name, false, 'tier_too_low'],
  ]);
  await removeQueue(system, chat.id);
  await removeQueue(system, gift.id);
  await expect(removeQueue(system, defaultQueue)).rejects.toThrow('queue.is_default');
  const loop = queueBody({ overflow: { queueId: defaultQueue, afterMinutes: 5 } });
  await expect(updateQueue(system, defaultQueue, loop)).rejects.toThrow('queue.overflow_refused');
  expect(await system.transaction((tx) => queueRules(system, tx))).toHaveLength(1);
});

test('at the end of a shift: back to the queue with a note, or to whoever stands in', async () => {
  const ito = await addAgent(mori);
  await updateProfile(system, ito.actor.id!, profile);
  const mine = [await asks(), await asks()];
  for (const { id } of mine) {
    await assign(ito, id, { agentId: ito.actor.id, teamId: null });
    await place(id);
  }
  expect(await handOver(ito, { to: 'queue', note: '折り返しの電話を待っています' }, noBot)).toBe(2);
  for (const { id } of mine) expect(await routing(id)).toMatchObject({ waiting: true, queue: { id: defaultQueue } });
  expect(await notes(mine[0]!.id)).toEqual(['折り返しの電話を待っています']);
  await expect(handOver(ito, { to: ito.actor.id!, note: '' }, noBot)).rejects.toThrow('hand_over.refused');

  // From tomorrow Suzuki has Ito's customers, and gives them back after a week.
  const at = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString();
  const week = { agentId: ito.actor.id!, standInId: suzuki.actor.id!, startsAt: at(1), endsAt: at(8) };
  const standIn = await createStandIn(system, week);
  await expect(createStandIn(system, { ...week, standInId: ito.actor.id! })).rejects.toThrow('stand_in.refused');
  const regular = await asks();
  await assign(ito, regular.id, { agentId: ito.actor.id, teamId: null });
  await standInFor(system, regular.id);
  expect(await assignee(regular.id)).toBe(ito.actor.id);
  clock.advance(2 * 86_400_000);
  await standInFor(system, regular.id);
  expect(await assignee(regular.id)).toBe(suzuki.actor.id);
  await removeStandIn(system, standIn.id);
});

test('a customer is told their place in the queue that gives them out, the pressing before them', async () => {
  const places = async () =>
    Object.fromEntries(placesIn((await system.transaction((tx) => queueOf(tx, workspaceId, chatInboxId))).map(asWaiting)));
  // Those whose queue was removed above are found by the sweep.
  await sweep(system, noBot);
  await here(suzuki, takahashi);
  const before = Object.keys(await places()).length;
  const [first, second] = [await asks(), await asks()];
  expect(await places()).toMatchObject({ [first.id]: before + 1, [second.id]: before + 2 });
  await setPriority(suzuki, second.id, 'urgent');
  expect(await places()).toMatchObject({ [second.id]: 1, [first.id]: before + 2 });
  const row = await system.transaction((tx) =>
    tx.selectFrom('conversations').selectAll().where('id', '=', first.id).executeTakeFirstOrThrow(),
  );
  const told = await system.transaction((tx) => placeAhead(system, tx, row, noBot));
  const pace = await system.transaction((tx) => paceNow(system, tx, chatInboxId, defaultQueue));
  expect(told?.place ?? null).toBe(pace === null ? null : before + 3);
});
