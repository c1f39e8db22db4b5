import { expect, test } from 'vitest';
import { factsOf } from '../../test/stage.ts';
import { assign, setStatus } from '../conversations/commands/manage.ts';
import { addNote } from '../conversations/commands/reply.ts';
import { runLanes } from '../platform/lanes/run-lanes.ts';
import { acceptOffer } from './assign/offers.commands.ts';
import { runPass } from './assign/pass.commands.ts';
import { ROUND_RESTS_MS } from './assign/plan.rules.ts';
import { releaseUnseen } from './hand-over/release-unseen.commands.ts';
import { sweep } from './place/sweep.commands.ts';
import { noBot } from './place/told.queries.ts';
import { awayBySilence, noteSeen, setPresence } from './presence/presence.commands.ts';
import { listPresences } from './presence/presence.queries.ts';
import { updateProfile } from './profiles/profiles.commands.ts';
import { updateQueue } from './queues/queues.commands.ts';
import { routingLane } from './routing.lane.ts';
import { queueBody, routingHouse } from './routing.testkit.ts';

const house = await routingHouse();
const { system, suzuki, takahashi, clock, platform, defaultQueue, workspaceId } = house;
const { here, asks, place, offersTo, asked, answer, assignee, pass } = house;
const SECOND = 1000;
const profile = { tier: 1, languages: ['ja' as const], skills: {}, capacity: { chats: 2, messages: 5, calls: 1 } };
for (const agent of [suzuki, takahashi]) await updateProfile(system, agent.actor.id!, profile);
const onHand = (agent: typeof suzuki) =>
  system.transaction(async (tx) => {
    const rows = await tx
      .selectFrom('conversations')
      .select('id')
      .where('assignee_agent_id', '=', agent.actor.id)
      .where('status', '=', 'open')
      .execute();
    return rows.map(({ id }) => id);
  });
const clear = async () => {
  const rows = await system.transaction((tx) => tx.selectFrom('conversations').select('id').where('status', '=', 'open').execute());
  for (const { id } of rows) {
    await setStatus(system, id, 'closed');
    await place(id);
  }
  for (const agent of [suzuki, takahashi]) await setPresence(system, agent.actor.id!, { state: 'available', reasonId: null });
  await here(suzuki, takahashi);
};

test('offered to one, declined, offered to the next, accepted: theirs, with the customer’s words and why', async () => {
  const sato = await asks('湯呑みが割れていました');
  await pass();
  const [first, second] = (await asked(suzuki)).length > 0 ? [suzuki, takahashi] : [takahashi, suzuki];
  expect((await offersTo(first))[0]).toMatchObject({
    conversation: { id: sato.id, subject: '湯呑みが割れていました', difficulty: 'easy' },
    why: [{ code: 'room', values: { kind: 'chats', at: 0, most: 2 } }],
  });
  expect(await asked(second)).toEqual([]);
  await answer(first, sato.id, 'decline');
  await pass();
  expect([await asked(first), await asked(second)]).toEqual([[], [sato.id]]);
  const [offer] = await offersTo(second);
  await acceptOffer(second, offer!.id);
  await expect(acceptOffer(first, offer!.id)).rejects.toThrow('not_found');
  // The same answer again, on a bad line.
  expect(await acceptOffer(second, offer!.id)).toEqual({ conversationId: sato.id });
  expect(await assignee(sato.id)).toBe(second.actor.id);
  expect(await pass()).toBe(0);
  expect((await factsOf(system, sato.id)).filter((name) => /offer|queued|assigned/.test(name))).toEqual([
    'conversation.queued',
    'offer.made',
    'offer.ended',
    'offer.made',
    'offer.ended',
    'conversation.assigned',
  ]);
  await clear();
});

test('nobody gets more than they can take; the moment somebody is free, the longest waiting comes first', async () => {
  await setPresence(system, takahashi.actor.id!, { state: 'reason', reasonId: 'meeting' });
  const line: string[] = [];
  for (let n = 0; n < 4; n += 1) line.push((await asks()).id);
  for (const id of line.slice(0, 2)) {
    await pass();
    expect(await asked(suzuki), 'one after the other').toEqual([id]);
    await answer(suzuki, id, 'accept');
  }
  await pass();
  expect(await asked(suzuki), 'hands are full').toEqual([]);
  await setStatus(suzuki, line[0]!, 'resolved');
  await pass();
  expect(await asked(suzuki)).toEqual([line[2]]);
  // What was taken by hand meanwhile counts too: an offer that would be too much goes on.
  await assign(suzuki, line[3]!, { agentId: suzuki.actor.id, teamId: null });
  const [offer] = await offersTo(suzuki);
  await expect(acceptOffer(suzuki, offer!.id)).rejects.toMatchObject({ code: 'offer.ended', extra: { outcome: 'no_room' } });
  expect(await onHand(suzuki)).toHaveLength(2);
  await clear();
});

test('an offer nobody answers goes on; who lets two run out is away until they say otherwise, and nobody is stuck', async () => {
  await setPresence(system, takahashi.actor.id!, { state: 'reason', reasonId: 'lunch' });
  const sato = await asks();
  await pass();
  expect(await asked(suzuki)).toEqual([sato.id]);
  clock.advance(30 * SECOND);
  await here(suzuki, takahashi);
  await pass();
  expect(await asked(suzuki)).toEqual([]);
  await pass();
  clock.advance(ROUND_RESTS_MS);
  await pass();
  expect(await asked(suzuki), 'a new round').toEqual([sato.id]);
  clock.advance(30 * SECOND);
  await here(suzuki);
  await pass();
  const presences = await system.transaction((tx) => listPresences(system, tx));
  expect(presences.find(({ agentId }) => agentId === suzuki.actor.id)).toMatchObject({ state: 'away', automatic: true });
  await here(suzuki);
  clock.advance(60 * SECOND);
  await pass();
  expect(await asked(suzuki), 'a window alone is no word').toEqual([]);
  await here(suzuki, takahashi);
  await setPresence(takahashi, takahashi.actor.id!, { state: 'available', reasonId: null });
  await pass();
  expect(await asked(takahashi)).toEqual([sato.id]);
  await clear();
});

test('who closes the last window is away after a while, and back by opening one; the break they took themselves stays', async () => {
  await setPresence(system, takahashi.actor.id!, { state: 'reason', reasonId: 'break' });
  clock.advance(6 * 60 * SECOND);
  await awayBySilence(system);
  const states = async () =>
    Object.fromEntries((await system.transaction((tx) => listPresences(system, tx))).map((one) => [one.agentId, one.state]));
  expect(await states()).toEqual({ [suzuki.actor.id!]: 'away', [takahashi.actor.id!]: 'reason' });
  await noteSeen(system, [suzuki.actor.id!, takahashi.actor.id!]);
  expect(await states()).toEqual({ [suzuki.actor.id!]: 'available', [takahashi.actor.id!]: 'reason' });
  const facts = await system.transaction((tx) =>
    tx.selectFrom('events').select('data').where('name', '=', 'agent.presence_changed').orderBy('position').execute(),
  );
  expect(facts.slice(-2).map(({ data }) => data)).toMatchObject([
    { from: 'available', to: 'away', automatic: true },
    { from: 'away', to: 'available', seconds: 0 },
  ]);
  await clear();
});

test('two processes look at the same moment, again and again, and one of them is killed in the middle: one offer each, nothing lost', async () => {
  const line: string[] = [];
  for (let n = 0; n < 4; n += 1) line.push((await asks()).id);
  const dies = {
    ...system,
    transaction: <R>(work: Parameters<typeof system.transaction<R>>[0]) =>
      system.transaction(async (tx) => {
        await work(tx);
        throw new Error('killed before it was written');
      }),
  };
  const outcomes = await Promise.allSettled([runPass(dies), pass(), runPass(dies), pass(), pass()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  const open = () => system.transaction((tx) => tx.selectFrom('offers').selectAll().where('ended_at', 'is', null).execute());
  expect((await open()).map(({ conversation_id }) => conversation_id).sort()).toEqual(line.slice(0, 2).sort());
  // Both press accept, twice, while passes run and the first customer goes.
  const accepts = (await Promise.all([suzuki, takahashi].map(async (agent) => ({ agent, offers: await offersTo(agent) })))).flatMap(
    ({ agent, offers }) => offers.flatMap(({ id }) => [acceptOffer(agent, id), acceptOffer(agent, id)]),
  );
  await Promise.allSettled([...accepts, pass(), setStatus(system, line[0]!, 'closed'), pass()]);
  for (const id of line) await place(id);
  await pass();
  const offers = await open();
  expect(new Set(offers.map(({ conversation_id }) => conversation_id)).size).toBe(offers.length);
  expect(offers.map(({ conversation_id }) => conversation_id)).not.toContain(line[0]);
  const taken = await system.transaction((tx) =>
    tx.selectFrom('offers').selectAll().where('outcome', '=', 'accepted').where('conversation_id', 'in', line).execute(),
  );
  for (const { conversation_id, agent_id } of taken) expect(await assignee(conversation_id)).toBe(agent_id);
  expect(taken.length).toBeGreaterThan(0);
  await clear();
});

test('the lane finds what no fact told of, and gives it out by itself; two lanes on one database give it once', async () => {
  await updateQueue(system, defaultQueue, queueBody({ mode: 'direct' }));
  const { id } = await asks();
  await system.transaction((tx) => tx.deleteFrom('routings').where('conversation_id', '=', id).execute());
  const log = { error: (data: object) => console.error(data) };
  const lanes = [1, 2].map(() => runLanes(platform, [routingLane({ platform, botTold: noBot })], log));
  await expect.poll(() => assignee(id)).not.toBeNull();
  await Promise.all(lanes.map((lane) => lane.stop()));
  expect((await factsOf(system, id)).filter((name) => name === 'conversation.assigned')).toHaveLength(1);
  expect(await sweep(system, noBot)).toBe(0);
  await updateQueue(system, defaultQueue, queueBody());
  await clear();
});

test('given without asking to somebody who then goes: back it comes, unless they looked at it or a colleague chose them', async () => {
  await updateQueue(system, defaultQueue, queueBody({ mode: 'direct' }));
  await setPresence(system, takahashi.actor.id!, { state: 'off', reasonId: null });
  await updateProfile(system, suzuki.actor.id!, { ...profile, capacity: { chats: 5, messages: 5, calls: 1 } });
  const [unseen, seen, chosen] = [await asks(), await asks(), await asks()];
  await assign(takahashi, chosen.id, { agentId: suzuki.actor.id, teamId: null });
  await place(chosen.id);
  await pass();
  expect([await assignee(unseen.id), await assignee(seen.id)]).toEqual([suzuki.actor.id, suzuki.actor.id]);
  await addNote(suzuki, seen.id, { text: '確認します', attachmentIds: [], idempotencyKey: 'looked-at-it' });
  await setStatus(suzuki, seen.id, 'waiting');
  await setStatus(suzuki, seen.id, 'open');
  expect(await releaseUnseen(system, noBot)).toBe(0);
  clock.advance(6 * 60 * SECOND);
  await awayBySilence(system);
  expect(await releaseUnseen(system, noBot)).toBe(1);
  expect([await assignee(unseen.id), await assignee(seen.id), await assignee(chosen.id)]).toEqual([null, suzuki.actor.id, suzuki.actor.id]);
  await here(takahashi);
  await setPresence(system, takahashi.actor.id!, { state: 'available', reasonId: null });
  await pass();
  expect(await assignee(unseen.id)).toBe(takahashi.actor.id);
  await updateProfile(system, suzuki.actor.id!, profile);
  await updateQueue(system, defaultQueue, queueBody());
  await clear();
});

test('switched off, people pick as before: nothing is offered, what was offered is taken back', async () => {
  const { id } = await asks();
  await pass();
  await updateQueue(system, defaultQueue, queueBody({ mode: 'manual' }));
  await place(id);
  expect([...(await asked(suzuki)), ...(await asked(takahashi))]).toEqual([]);
  expect(await pass()).toBe(0);
  const row = await system.transaction((tx) =>
    tx.selectFrom('conversations').select('queue_id').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  expect(row.queue_id).toBeNull();
  expect(workspaceId).toMatch(/^wsp_/);
});
