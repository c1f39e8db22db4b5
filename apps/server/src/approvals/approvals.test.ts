import type { ApprovalRuleBody } from '@madoguchi/contract/approvals.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { factsOf, stage } from '../../test/stage.ts';
import { receiveMessage } from '../conversations/commands/receive.ts';
import { releaseHeld, sendNow, withdraw } from '../conversations/commands/release.ts';
import { replyAsAgent } from '../conversations/commands/reply.ts';
import { setGates } from '../conversations/conversations.gates.ts';
import { countConversations } from '../conversations/queries/list.ts';
import { conversationById } from '../conversations/queries/read.ts';
import { approvalsOf } from './approvals.queries.ts';
import { approvalFor } from './decide/ask.commands.ts';
import { approve, giveBack } from './decide/decide.commands.ts';
import { askEverybody } from './decide/overdue.commands.ts';
import { saveRule } from './rules/rules.commands.ts';

const { suzuki, takahashi, system, visitor, addAgent, clock, workspaceId } = await stage();
const chief = await addAgent({
  key: 'chief',
  name: '中村 誠',
  email: 'nakamura@hazuki-saji.example',
  role: 'supervisor',
  locale: 'ja',
} as never);
setGates({ missing: [], approval: approvalFor });

const rule: ApprovalRuleBody = {
  name: '新人の返信',
  enabled: true,
  conditions: { teamIds: [], inboxIds: [], channels: [], words: [], authors: { tiers: [], newerThanDays: null, agentIds: [] } },
  approvers: { agentIds: [], teamIds: [] },
  minutes: 30,
};
const { id: ruleId } = await saveRule(system, null, rule);

let n = 0;
async function answered(text = 'ご返金いたします', more: { sendAt?: Date; unlessReply?: boolean } = {}) {
  n += 1;
  const { ctx, line } = await visitor();
  const said = { attachmentIds: [], locale: 'ja' as const, authorName: '佐藤', firstAnswer: 'human' as const };
  const { conversation } = await receiveMessage(ctx, line, { ...said, text: '返金してください', externalId: `ask-${n}` });
  const reply = { text, attachmentIds: [], seenSeq: 1, thenStatus: 'waiting' as const, idempotencyKey: `reply-${n}` };
  const held = await replyAsAgent(suzuki, conversation.id, { ...reply, ...more }, 0, async () => []);
  const again = (words: string) => receiveMessage(ctx, line, { ...said, text: words, externalId: `more-${n}` });
  const [approval] = await approvals(conversation.id);
  return { id: conversation.id, held, approval: approval!, again };
}
const approvals = (id: string, who = chief) => who.transaction((tx) => approvalsOf(who, tx, id));
const read = (id: string) => chief.transaction((tx) => conversationById(tx, workspaceId, id));
const waiting = () => chief.transaction(async (tx) => (await countConversations(tx, workspaceId, chief.actor.id, clock.now())).approval);

test('a reply waits, whoever wishes it sent; a superior lets it go, once', async () => {
  const { id, held, approval } = await answered();
  expect(held).toMatchObject({ delivery: 'held', awaits_approval: true, held_until: null });
  expect([await waiting(), (await read(id)).awaitsApproval, (await read(id)).preview]).toEqual([1, true, '返金してください']);
  await releaseHeld(system, held.id);
  await expect(sendNow(suzuki, held.id)).rejects.toMatchObject({ code: 'message.awaits_approval' });
  const force = system.transaction((tx) => sql`update messages set delivery = 'sent' where id = ${held.id}`.execute(tx));
  await expect(force).rejects.toThrow('messages_approved_first');
  await expect(approve(suzuki, approval.id)).rejects.toMatchObject({ code: 'approval.not_yours' });
  await expect(approve(takahashi, approval.id)).rejects.toMatchObject({ code: 'approval.not_yours' });

  const tries = await Promise.allSettled([approve(chief, approval.id), approve(chief, approval.id), giveBack(chief, approval.id, 'x')]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await factsOf(chief, id)).filter((name) => name === 'message.sent').length).toBeLessThanOrEqual(1);
  expect(await waiting()).toBe(0);
});

test('it goes out with other words, its author sees what they were, and it is the customer’s turn', async () => {
  const { id, approval } = await answered('返金します');
  const sent = await approve(chief, approval.id, 'ご返金の手続きをいたします');
  expect(sent).toMatchObject({ delivery: 'sent', text: 'ご返金の手続きをいたします', author_id: suzuki.actor.id });
  expect((await approvals(id, suzuki))[0]).toMatchObject({
    state: 'approved',
    originalText: '返金します',
    decidedBy: '中村 誠',
    mayDecide: false,
  });
  expect(await read(id)).toMatchObject({ status: 'waiting', preview: 'ご返金の手続きをいたします', awaitsApproval: false });
});

test('it comes back with a comment, or its author takes it back: then there is nothing to approve', async () => {
  const returned = await answered();
  await giveBack(chief, returned.approval.id, ' 金額を入れてください ');
  expect((await approvals(returned.id, suzuki))[0]).toMatchObject({ state: 'returned', comment: '金額を入れてください' });
  const own = await answered();
  await withdraw(suzuki, own.held.id);
  expect((await approvals(own.id))[0]).toMatchObject({ state: 'withdrawn', mayDecide: false });
  for (const { approval } of [returned, own]) await expect(approve(chief, approval.id)).rejects.toMatchObject({ code: 'approval.decided' });
  expect(await waiting()).toBe(0);
});

test('nobody approves in time: everybody who may is asked, once; what the customer writes meanwhile is marked, and stays unanswered', async () => {
  const { id, approval, again } = await answered();
  clock.advance(60_000);
  await again('まだでしょうか');
  await askEverybody(system, approval.id);
  await askEverybody(system, approval.id);
  expect((await factsOf(chief, id)).filter((name) => name === 'reply.approval_overdue')).toHaveLength(1);
  expect((await approvals(id))[0]).toMatchObject({ escalated: true, customerWrote: true, mayDecide: true });
  await approve(chief, approval.id);
  expect((await read(id)).status).toBe('open');
  const { rows } = await system.transaction((tx) =>
    sql<{ text: string }>`select text from messages where conversation_id = ${id} and delivery = 'sent' order by seq`.execute(tx),
  );
  expect(rows.map(({ text }) => text)).toEqual(['返金してください', 'まだでしょうか', 'ご返金いたします']);
});

test('what was to go out later goes out then, approved; not before, and not without', async () => {
  const at = new Date(clock.now().getTime() + 3_600_000);
  const [approved, forgotten] = [await answered('明日お送りします', { sendAt: at }), await answered('明日', { sendAt: at })];
  expect(await approve(chief, approved.approval.id)).toMatchObject({ delivery: 'held', awaits_approval: false, held_until: at });
  clock.advance(3_700_000);
  for (const { held } of [approved, forgotten]) await releaseHeld(system, held.id);
  const sent = async (id: string) => (await factsOf(chief, id)).includes('message.sent');
  expect([await sent(approved.id), await sent(forgotten.id)]).toEqual([true, false]);
  await approve(chief, forgotten.approval.id);
  expect(await sent(forgotten.id)).toBe(true);
});

test('those whom a rule names may approve, and those who may approve wait for nobody; a rule that is off holds nothing up', async () => {
  await saveRule(system, ruleId, { ...rule, approvers: { agentIds: [takahashi.actor.id!], teamIds: [] } });
  const { id, approval } = await answered();
  expect((await approvals(id, takahashi))[0]?.mayDecide).toBe(true);
  await approve(takahashi, approval.id);
  const reply = { text: '私からも', attachmentIds: [], seenSeq: 9, thenStatus: 'waiting' as const, idempotencyKey: 'chief-1' };
  expect((await replyAsAgent(chief, id, reply, 0, async () => [])).delivery).toBe('sent');
  await saveRule(system, ruleId, { ...rule, enabled: false });
  const free = await replyAsAgent(suzuki, id, { ...reply, idempotencyKey: 'suzuki-1' }, 0, async () => []);
  expect(free.delivery).toBe('sent');
});
