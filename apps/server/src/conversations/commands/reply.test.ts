import { describe, expect, test } from 'vitest';
import { factsOf, stage } from '../../../test/stage.ts';
import { handOff, sayAsBot } from './bot.ts';
import { lockConversation } from './lock.ts';
import { setStatus } from './manage.ts';
import { receiveMessage } from './receive.ts';
import { releaseHeld, sendNow, withdraw } from './release.ts';
import { addNote, replyAsAgent } from './reply.ts';

const { suzuki, takahashi, system, visitor, platform } = await stage();
const told = async (_tx: unknown, rows: { text: string }[]) => rows.map(({ text }) => text);
const reply = (text: string, seenSeq: number, key = `key-${Math.floor(seenSeq)}-${text}`) => ({
  text,
  attachmentIds: [],
  seenSeq,
  thenStatus: 'waiting' as const,
  idempotencyKey: key,
});
let n = 0;
async function asked(text = '返品したいのですが', firstAnswer: 'bot' | 'human' = 'human') {
  n += 1;
  const customer = await visitor();
  const { conversation } = await receiveMessage(customer.ctx, customer.line, {
    externalId: `r-${n}`,
    text,
    attachmentIds: [],
    locale: 'ja',
    authorName: '佐藤 花子',
    firstAnswer,
  });
  const read = () => system.transaction((tx) => lockConversation(system, tx, conversation.id));
  const visible = () =>
    customer.ctx.transaction((tx) =>
      tx.selectFrom('messages').select('text').where('conversation_id', '=', conversation.id).orderBy('seq').execute(),
    );
  return { id: conversation.id, read, visible, customer };
}

describe('an agent replies', () => {
  test('the reply is held, then sent: then it is the customer’s turn', async () => {
    const { id, read, visible } = await asked();
    const message = await replyAsAgent(suzuki, id, reply('承りました', 1), 10, told);
    expect(message.delivery).toBe('held');
    expect(await visible()).toEqual([{ text: '返品したいのですが' }]);
    expect(await read()).toMatchObject({ status: 'open', assignee_agent_id: suzuki.actor.id, turn: 'progress' });

    await releaseHeld(system, message.id);
    expect(await visible()).toEqual([{ text: '返品したいのですが' }, { text: '承りました' }]);
    expect(await read()).toMatchObject({ status: 'waiting', waiting_since: null, turn: 'waiting' });
    expect(await factsOf(system, id)).toEqual([
      'conversation.opened',
      'message.received',
      'conversation.assigned',
      'message.held',
      'message.sent',
      'conversation.awaits_customer',
    ]);
  });

  test('withdrawn in time, the customer never sees it; later it cannot be taken back', async () => {
    const { id, visible } = await asked();
    const held = await replyAsAgent(suzuki, id, reply('間違えました', 1), 10, told);
    expect((await withdraw(suzuki, held.id)).delivery).toBe('withdrawn');
    expect((await withdraw(suzuki, held.id)).delivery).toBe('withdrawn');
    await releaseHeld(system, held.id);
    expect(await visible()).toHaveLength(1);
    await expect(sendNow(suzuki, held.id)).rejects.toMatchObject({ code: 'message.already_sent' });

    const sent = await replyAsAgent(suzuki, id, reply('こちらが正しい返信です', 2), 0, told);
    await expect(withdraw(suzuki, sent.id)).rejects.toMatchObject({ code: 'message.already_sent', status: 409 });
  });

  test('what the customer writes while a reply is held still waits for an answer', async () => {
    const { id, read, customer } = await asked();
    const held = await replyAsAgent(suzuki, id, reply('承りました', 1), 10, told);
    await receiveMessage(customer.ctx, customer.line, {
      externalId: 'while-held',
      text: 'やっぱり交換で',
      attachmentIds: [],
      locale: 'ja',
      authorName: '佐藤 花子',
      firstAnswer: 'bot',
    });
    await releaseHeld(system, held.id);
    expect(await read()).toMatchObject({ status: 'open', turn: 'progress' });
  });

  test('what the agent marks as done while the reply is held stays done', async () => {
    const { id, read, visible } = await asked();
    const held = await replyAsAgent(suzuki, id, reply('承りました', 1), 10, told);
    await setStatus(suzuki, id, 'resolved');
    await releaseHeld(system, held.id);
    expect(await visible()).toHaveLength(2);
    expect(await read()).toMatchObject({ status: 'resolved', turn: 'resolved' });
  });

  test('a second click is the same reply', async () => {
    const { id } = await asked();
    const [one, two] = await Promise.all([1, 2].map(() => replyAsAgent(suzuki, id, reply('承りました', 1, 'same-key-1'), 10, told)));
    expect(one!.id).toBe(two!.id);
  });
});

describe('a double reply is stopped at send', () => {
  test('two agents press send at the same instant: one is sent, the other is told what was said', async () => {
    const { id } = await asked();
    const results = await Promise.allSettled([
      replyAsAgent(suzuki, id, reply('鈴木です。承りました', 1), 10, told),
      replyAsAgent(takahashi, id, reply('高橋です。承りました', 1), 10, told),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = results.filter((one) => one.status === 'rejected');
    const [kept] = results.filter((one) => one.status === 'fulfilled');
    expect(refused!.reason).toMatchObject({ code: 'conversation.answered_meanwhile', extra: { answered: [kept!.value.text] } });
  });

  test('the bot answered since: refused; having seen it, the agent may go on and takes the conversation', async () => {
    const { id, read } = await asked('送料は?', 'bot');
    await system.transaction(async (tx) =>
      sayAsBot(system, tx, await lockConversation(system, tx, id), { text: '送料は全国一律です', blocks: [], externalId: 'bot-1' }),
    );
    await expect(replyAsAgent(suzuki, id, reply('550円です', 1), 10, told)).rejects.toMatchObject({
      code: 'conversation.answered_meanwhile',
    });
    await replyAsAgent(suzuki, id, reply('550円です', 2), 10, told);
    expect(await read()).toMatchObject({ handled_by: 'human', assignee_agent_id: suzuki.actor.id });
    expect(await factsOf(system, id)).toContain('conversation.handed_off');
  });

  test('a note of a colleague does not stop a reply, and the customer never sees it', async () => {
    const { id, visible } = await asked();
    await addNote(takahashi, id, { text: 'VIPのお客様です', attachmentIds: [], idempotencyKey: 'note-key-1' });
    await replyAsAgent(suzuki, id, reply('承りました', 1), 0, told);
    expect((await visible()).map(({ text }) => text)).toEqual(['返品したいのですが', '承りました']);
  });

  test('handing off twice is one fact', async () => {
    const { id } = await asked('人と話したい', 'bot');
    for (const _ of [1, 2])
      await system.transaction(async (tx) => handOff(system, tx, await lockConversation(system, tx, id), 'asked_for_person'));
    expect((await factsOf(system, id)).filter((name) => name === 'conversation.handed_off')).toHaveLength(1);
  });
});

test('an agent of another workspace does not find the conversation', async () => {
  const { id } = await asked();
  const stranger = {
    ...suzuki,
    viewer: { workspaceId: 'wsp_00000000000000000000000000', inboxes: 'all' as const },
    transaction: (work: never) => platform.db.as({ workspaceId: 'wsp_00000000000000000000000000', inboxes: 'all' }, work),
  };
  await expect(replyAsAgent(stranger as typeof suzuki, id, reply('?', 1), 10, told)).rejects.toMatchObject({ status: 404 });
});
