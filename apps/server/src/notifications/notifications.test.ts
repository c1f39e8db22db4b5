import { expect, test } from 'vitest';
import { nakamura } from '../../../../fixtures/agents.ts';
import { factsOf, stage } from '../../test/stage.ts';
import { createTeam } from '../agents/teams.commands.ts';
import { assign } from '../conversations/commands/manage.ts';
import { receiveMessage } from '../conversations/commands/receive.ts';
import { addNote } from '../conversations/commands/reply.ts';
import { follow, unfollow } from '../conversations/followers/followers.commands.ts';
import { mentionableIn } from '../conversations/followers/mentions.queries.ts';
import { listConversations } from '../conversations/queries/list.ts';
import { type Ctx, makeCtx } from '../platform/ctx.ts';
import { listNotifications, unreadOf } from './inbox/list.queries.ts';
import { readByAgent } from './inbox/read.commands.ts';
import { recordFact } from './record/record.commands.ts';

const scene = await stage();
const { system, suzuki, takahashi, visitor, workspaceId, clock, platform, chatInboxId } = scene;
const idOf = (ctx: Ctx) => String(ctx.actor.id);

let n = 0;
async function asked(text = '返品したいのですが') {
  const customer = await visitor();
  const says = async (words: string) => {
    n += 1;
    clock.advance(1000);
    const common = { attachmentIds: [], locale: 'ja' as const, authorName: '佐藤 花子', firstAnswer: 'human' as const };
    return (await receiveMessage(customer.ctx, customer.line, { externalId: `n-${n}`, text: words, ...common })).conversation.id;
  };
  const id = await says(text);
  await read(id);
  return { id, says };
}

const places = new Map<string, number>();
/** Has the reader read what is new of a conversation, and, as after a crash, once more. */
async function read(conversationId: string) {
  const facts = await system.transaction((tx) =>
    tx.selectFrom('events').selectAll().where('conversation_id', '=', conversationId).orderBy('xid').orderBy('position').execute(),
  );
  const fresh = facts.slice(places.get(conversationId) ?? 0);
  places.set(conversationId, facts.length);
  for (const fact of [...fresh, ...fresh]) await recordFact(system, fact);
}
const bellOf = async (ctx: Ctx, viewer = ctx.viewer) =>
  (await makeCtx(platform, viewer, ctx.actor).transaction((tx) => listNotifications(tx, workspaceId, idOf(ctx), { limit: 50 }))).items;
const toldIn = async (ctx: Ctx, conversationId: string) =>
  (await bellOf(ctx)).filter(({ conversation }) => conversation.id === conversationId).map(({ kind, count }) => [kind, count]);

const note = (ctx: Ctx, conversationId: string, text: string, whom: { kind: 'agent' | 'team'; id: string; name: string }[]) => {
  n += 1;
  const mentions = whom.map(({ kind, id, name }) => ({
    kind,
    id,
    from: text.indexOf(`@${name}`),
    to: text.indexOf(`@${name}`) + name.length + 1,
  }));
  return addNote(ctx, conversationId, { text, attachmentIds: [], idempotencyKey: `note-${n}-key`, mentions });
};

test('whoever is named in a note follows, is told once although the log is read twice, and reads it', async () => {
  const { id } = await asked();
  const him = { kind: 'agent' as const, id: idOf(takahashi), name: takahashi.actor.name };
  await note(suzuki, id, `@${him.name} 返金の規定を見てもらえますか`, [him]);
  await read(id);
  expect(await toldIn(takahashi, id)).toEqual([['mentioned', 1]]);
  const [told] = await bellOf(takahashi);
  expect(told).toMatchObject({ actorName: suzuki.actor.name, excerpt: `@${him.name} 返金の規定を見てもらえますか`, readAt: null });
  expect(await toldIn(suzuki, id)).toEqual([]);
  const following = await takahashi.transaction((tx) =>
    listConversations(tx, workspaceId, idOf(takahashi), { view: 'following', limit: 10, now: clock.now() }),
  );
  expect(following.items.map((item) => [item.id, item.followerIds])).toEqual([[id, [him.id]]]);
  expect(await takahashi.transaction((tx) => unreadOf(tx, workspaceId, him.id))).toEqual({ unread: 1, conversationIds: [id] });
  await readByAgent(takahashi, him.id, { conversationId: id });
  expect((await takahashi.transaction((tx) => unreadOf(tx, workspaceId, him.id))).unread).toBe(0);
});

test('what a customer writes in a row is one notification with a count; after it was read a new one begins', async () => {
  const { id, says } = await asked();
  await follow(takahashi, id, idOf(takahashi));
  await assign(suzuki, id, { agentId: idOf(suzuki), teamId: null });
  await says('まだでしょうか');
  await says('急いでいます');
  await read(id);
  expect(await toldIn(takahashi, id)).toEqual([['customer_wrote', 2]]);
  expect((await bellOf(takahashi))[0]).toMatchObject({ excerpt: '急いでいます', actorName: '佐藤 花子' });
  await readByAgent(takahashi, idOf(takahashi), {});
  await read(id);
  expect(await toldIn(takahashi, id)).toEqual([['customer_wrote', 2]]);
  await says('もしもし');
  await read(id);
  expect(await toldIn(takahashi, id)).toEqual([
    ['customer_wrote', 1],
    ['customer_wrote', 2],
  ]);
  await unfollow(takahashi, id, idOf(takahashi));
  await readByAgent(takahashi, idOf(takahashi), {});
  await says('どなたか');
  await read(id);
  expect(await toldIn(takahashi, id)).toHaveLength(2);
  expect(await factsOf(system, id)).toContain('conversation.unfollowed');
});

test('to be given a conversation is told, to take one is not', async () => {
  const { id } = await asked();
  await assign(suzuki, id, { agentId: idOf(takahashi), teamId: null });
  await assign(suzuki, id, { agentId: idOf(suzuki), teamId: null });
  await read(id);
  expect(await toldIn(takahashi, id), 'whom it was taken from').toEqual([
    ['taken_over', 1],
    ['assigned', 1],
  ]);
  expect(await toldIn(suzuki, id)).toEqual([]);
});

test('nobody is told of what they may not see: not named, not as a follower, and not once it is taken from them', async () => {
  const outsider = await scene.addAgent({ ...nakamura, email: 'outsider@hazuki-saji.example', role: 'agent' });
  const team = await createTeam(system, { name: 'チャット', memberIds: [idOf(suzuki), idOf(takahashi)] });
  const { id } = await asked();
  await follow(suzuki, id, idOf(outsider));
  await note(suzuki, id, `@${outsider.actor.name} 見ておいてください`, [{ kind: 'agent', id: idOf(outsider), name: outsider.actor.name }]);
  await read(id);
  expect(await toldIn(outsider, id)).toEqual([['mentioned', 1]]);

  await system.transaction((tx) =>
    tx.insertInto('inbox_teams').values({ workspace_id: workspaceId, inbox_id: chatInboxId, team_id: team.id }).execute(),
  );
  const mayNow = { workspaceId, inboxes: [] };
  expect(await bellOf(outsider, mayNow)).toEqual([]);
  const seen = makeCtx(platform, mayNow, outsider.actor);
  expect(await seen.transaction((tx) => unreadOf(tx, workspaceId, idOf(outsider)))).toEqual({ unread: 0, conversationIds: [] });

  const another = await asked();
  await expect(follow(suzuki, another.id, idOf(outsider))).rejects.toThrow('follower.cannot_see');
  await note(suzuki, another.id, `@${outsider.actor.name} さんも @チャット も`, [
    { kind: 'agent', id: idOf(outsider), name: outsider.actor.name },
    { kind: 'team', id: team.id, name: 'チャット' },
  ]);
  await read(another.id);
  expect(await toldIn(outsider, another.id)).toEqual([]);
  expect(await toldIn(takahashi, another.id)).toEqual([['mentioned', 1]]);
  const whom = await mentionableIn(suzuki, another.id);
  expect(whom.agents.find((one) => one.id === idOf(outsider))).toMatchObject({ sees: false });
  expect(whom.agents.find((one) => one.id === idOf(takahashi))).toMatchObject({ sees: true, reading: 'タカハシミサキ' });
  expect(whom.teams).toContainEqual({ id: team.id, name: 'チャット', reading: 'チャット', members: 2, unseen: 0 });
});
