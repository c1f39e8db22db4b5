import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { createTeam } from '../../agents/teams.commands.ts';
import { updateWorkspace } from '../../workspaces/workspaces.commands.ts';
import { assign, setStatus } from '../commands/manage.ts';
import { receiveMessage } from '../commands/receive.ts';
import { replyAsAgent } from '../commands/reply.ts';
import { asWaiting, paceNow, queueAhead, queueOf } from './queue.queries.ts';
import { isInQueue, placesIn } from './queue.rules.ts';

const { system, suzuki, takahashi, visitor, clock, chatInboxId, workspaceId } = await stage();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Somebody who wants people from their first word on. */
async function waits(more: { firstAnswer?: 'bot' } = {}) {
  const { ctx, line } = await visitor();
  const write = () => {
    clock.advance(1000);
    return receiveMessage(ctx, line, {
      externalId: randomUUID(),
      text: '担当者をお願いします',
      attachmentIds: [],
      locale: 'ja',
      authorName: 'お客様',
      firstAnswer: 'human',
      ...more,
    });
  };
  return { ctx, write, id: (await write()).conversation.id };
}
const answers = (id: string, undoSeconds: number) =>
  replyAsAgent(
    suzuki,
    id,
    { text: 'お待たせしました', attachmentIds: [], seenSeq: 99, thenStatus: 'waiting', idempotencyKey: randomUUID() },
    undoSeconds,
    async () => [],
  );
const places = async () =>
  Object.fromEntries(placesIn((await system.transaction((tx) => queueOf(tx, workspaceId, chatInboxId))).map(asWaiting)));
const ahead = (teamId: string | null = null) =>
  system.transaction((tx) => queueAhead(system, tx, { inbox_id: chatInboxId, assignee_team_id: teamId }));
const clear = async () => {
  for (const id of Object.keys(await places())) await setStatus(system, id, 'closed');
};

test('the queue of an inbox: joined by a hand-off, left as soon as an agent answers or takes it', async () => {
  await updateWorkspace(system, { businessHours: null });
  const [sato, tanaka, ito, kato] = [await waits(), await waits(), await waits(), await waits()];
  const asks = await waits({ firstAnswer: 'bot' });
  expect(await places()).toEqual({ [sato.id]: 1, [tanaka.id]: 2, [ito.id]: 3, [kato.id]: 4 });

  // Who talked to the bot first waits from when they were handed over, and passes nobody.
  clock.advance(MINUTE);
  const team = await createTeam(system, { name: '返品窓口', memberIds: [] });
  await assign(suzuki, asks.id, { agentId: null, teamId: team.id });
  expect(await places()).toMatchObject({ [kato.id]: 4, [asks.id]: 1 });
  expect([await ahead(), await ahead(team.id)]).toMatchObject([{ place: 6 }, { place: 2 }]);
  await assign(suzuki, asks.id, { agentId: null, teamId: null });
  expect(await places()).toMatchObject({ [kato.id]: 4, [asks.id]: 5 });

  await answers(sato.id, 30);
  expect(await places()).toEqual({ [tanaka.id]: 1, [ito.id]: 2, [kato.id]: 3, [asks.id]: 4 });
  await assign(takahashi, tanaka.id, { agentId: takahashi.actor.id, teamId: null });
  expect(await places()).toEqual({ [ito.id]: 1, [kato.id]: 2, [asks.id]: 3 });
  // Given by somebody else, nobody has come yet.
  await assign(takahashi, ito.id, { agentId: suzuki.actor.id, teamId: null });
  expect(await places()).toMatchObject({ [ito.id]: 1 });
  await answers(ito.id, 0);
  await setStatus(suzuki, kato.id, 'resolved');
  expect(await places()).toEqual({ [asks.id]: 1 });

  // More words of somebody who is in good hands do not put them into the line again.
  await ito.write();
  await sato.write();
  expect(await places()).toEqual({ [asks.id]: 1 });

  // The rule in code says of every conversation what the query says.
  const rows = await system.transaction((tx) => tx.selectFrom('conversations').selectAll().execute());
  expect(rows.filter(isInQueue).map(({ id }) => id)).toEqual([asks.id]);
  await clear();
});

test('a customer sees nobody of the queue but themselves', async () => {
  const [sato, tanaka] = [await waits(), await waits()];
  const seen = await tanaka.ctx.transaction((tx) => queueOf(tx, workspaceId, chatInboxId));
  expect(seen.map(({ id }) => id)).toEqual([tanaka.id]);
  expect(Object.keys(await places())).toEqual([sato.id, tanaka.id]);
  await clear();
});

test('the wait comes from how fast people were: today, else on other days at this hour, else by the settings', async () => {
  const pace = () => system.transaction((tx) => paceNow(system, tx, chatInboxId));
  await updateWorkspace(system, { businessHours: null });
  clock.advance(30 * 24 * HOUR);
  expect(await pace()).toEqual({ median: 10, perMinute: null });
  expect(await ahead()).toEqual({ place: 1, waitMinutes: { from: 10, to: 10 } });

  for (const minutes of [3, 1, 4, 2, 40]) {
    const { id } = await waits();
    clock.advance(minutes * MINUTE);
    await answers(id, 0);
  }
  expect(await pace()).toMatchObject({ median: 3, perMinute: expect.closeTo(5 / 47, 2) });
  await waits();
  expect(await ahead()).toEqual({ place: 2, waitMinutes: { from: 10, to: 10 } });

  // The next day at this hour: as fast as yesterday. Six hours later nobody can tell.
  clock.advance(23 * HOUR);
  expect(await pace()).toMatchObject({ median: 3, perMinute: null });
  clock.advance(6 * HOUR);
  expect(await pace()).toEqual({ median: 10, perMinute: null });
  await clear();
});

test('after hours nothing is promised, and a night without people is no measure of the day', async () => {
  const days = Array.from({ length: 7 }, () => [{ from: '10:00', to: '18:00' }]);
  const shut = { days, closedOnJapaneseHolidays: false, closedDates: [] };
  // Half past midnight in Tokyo.
  clock.advance(24 * HOUR - ((clock.now().getTime() + 9 * HOUR) % (24 * HOUR)) + HOUR / 2);
  await updateWorkspace(system, { businessHours: shut });
  expect(await ahead()).toBeNull();
  const night = [await waits(), await waits(), await waits(), await waits(), await waits()];
  clock.advance(10 * HOUR);
  for (const { id } of night) await answers(id, 0);
  expect(await ahead()).toEqual({ place: 1, waitMinutes: { from: 10, to: 10 } });
});
