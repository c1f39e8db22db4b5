import { beforeAll, describe, expect, test } from 'vitest';
import { factsOf, stage } from '../../../test/stage.ts';
import { REOPEN_WITHIN_MS } from '../conversations.rules.ts';
import { setStatus } from './manage.ts';
import { makeReceiver, receiveMessage } from './receive.ts';

const { suzuki, system, visitor, clock, platform } = await stage();
let n = 0;
const says = (text: string, more: object = {}) => {
  n += 1;
  return {
    externalId: `m-${n}`,
    text,
    attachmentIds: [],
    locale: 'ja' as const,
    authorName: '佐藤 花子',
    firstAnswer: 'bot' as const,
    ...more,
  };
};

describe('a customer writes', () => {
  test('the first message opens a conversation, the next one goes on with it', async () => {
    const { ctx, line } = await visitor();
    const first = await receiveMessage(ctx, line, says('返品したいのですが'));
    const second = await receiveMessage(ctx, line, says('昨日届いた急須です'));
    expect(first.conversation).toMatchObject({ subject: '返品したいのですが', status: 'open', handled_by: 'bot', last_seq: 1 });
    expect(second.conversation.id).toBe(first.conversation.id);
    expect(second.message.seq).toBe(2);
    expect(await factsOf(system, first.conversation.id)).toEqual(['conversation.opened', 'message.received', 'message.received']);
  });

  test('the same external id is the same message: nothing is written twice, whoever retries', async () => {
    const { ctx, line } = await visitor();
    const said = says('届きません');
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => receiveMessage(ctx, line, said)));
    expect(new Set([one!.message.id, two!.message.id, three!.message.id]).size).toBe(1);
    expect(await factsOf(system, one!.conversation.id)).toEqual(['conversation.opened', 'message.received']);
    const again = await receiveMessage(ctx, line, said);
    expect(again).toMatchObject({ repeated: true, conversation: { last_seq: 1 } });
  });

  test('ten first messages at once open one conversation, in one order', async () => {
    const { ctx, line } = await visitor();
    const received = await Promise.all(Array.from({ length: 10 }, (_, i) => receiveMessage(ctx, line, says(`${i}`))));
    expect(new Set(received.map(({ conversation }) => conversation.id)).size).toBe(1);
    expect(received.map(({ message }) => message.seq).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('after people resolved it, a message within three days reopens it; later it is a new matter', async () => {
    const { ctx, line } = await visitor();
    const { conversation } = await receiveMessage(ctx, line, says('箱がつぶれていました'));
    await setStatus(suzuki, conversation.id, 'resolved');
    clock.advance(REOPEN_WITHIN_MS - 1);
    const soon = await receiveMessage(ctx, line, says('やはり割れていました'));
    expect(soon.conversation).toMatchObject({ id: conversation.id, status: 'open', resolved_at: null });
    expect(await factsOf(system, conversation.id)).toContain('conversation.reopened');
    await setStatus(suzuki, conversation.id, 'resolved');
    clock.advance(REOPEN_WITHIN_MS + 1);
    const late = await receiveMessage(ctx, line, says('別の件です'));
    expect(late.conversation.id).not.toBe(conversation.id);
    expect(late.conversation.number).toBeGreaterThan(conversation.number);
  });

  test('neither words nor a file is refused', async () => {
    const { ctx, line } = await visitor();
    await expect(receiveMessage(ctx, line, says('  \n '))).rejects.toMatchObject({ code: 'message.empty' });
  });

  test('a customer cannot write into another’s thread: the database refuses', async () => {
    const [sato, tanaka] = [await visitor(), await visitor('田中 実')];
    await expect(
      receiveMessage(tanaka.ctx, { ...sato.line, customerId: tanaka.line.customerId }, says('なりすまし')),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(receiveMessage(tanaka.ctx, sato.line, says('なりすまし'))).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the fence', () => {
  let conversationId = '';
  const seenBy = async (viewer: Parameters<typeof platform.db.as>[0]) =>
    platform.db.as(viewer, (tx) => tx.selectFrom('messages').select('id').where('conversation_id', '=', conversationId).execute());
  let own: Awaited<ReturnType<typeof visitor>>;
  beforeAll(async () => {
    own = await visitor();
    conversationId = (await receiveMessage(own.ctx, own.line, says('住所を変えたい'))).conversation.id;
  });

  test('its customer sees the message, another customer does not', async () => {
    expect(await seenBy(own.ctx.viewer)).toHaveLength(1);
    expect(await seenBy((await visitor('田中 実')).ctx.viewer)).toHaveLength(0);
  });
  test('an agent sees only the inboxes of their teams', async () => {
    expect(await seenBy({ ...suzuki.viewer, inboxes: [own.line.inboxId] })).toHaveLength(1);
    expect(await seenBy({ ...suzuki.viewer, inboxes: ['ibx_00000000000000000000000000'] })).toHaveLength(0);
    expect(await seenBy({ ...suzuki.viewer, inboxes: [] })).toHaveLength(0);
  });
  test('another workspace sees nothing', async () => {
    expect(await seenBy({ workspaceId: 'wsp_00000000000000000000000000', inboxes: 'all' })).toHaveLength(0);
  });
});

describe('many customers write at once', () => {
  const receiver = makeReceiver(platform);
  const receive: typeof receiveMessage = async (ctx, line, said) => (await receiver(ctx, line, said, async () => false))!;

  test('what is gathered goes where it belongs: each into its own conversation, once, in order', async () => {
    const customers = await Promise.all(Array.from({ length: 12 }, () => visitor()));
    await Promise.all(customers.map(({ ctx, line }) => receive(ctx, line, says('はじめまして'))));
    const rounds = [1, 2, 3, 4, 5].flatMap((round) => customers.map((customer, i) => ({ ...customer, said: says(`${i} の ${round}`) })));
    const received = await Promise.all(rounds.map(({ ctx, line, said }) => receive(ctx, line, said)));
    for (const [n, { ctx, line, said }] of rounds.entries()) {
      const { message, conversation } = received[n]!;
      expect(message).toMatchObject({ text: said.text, thread_id: line.threadId, author_id: line.customerId });
      expect(conversation.customer_id).toBe(line.customerId);
      const kept = await ctx.transaction((tx) => tx.selectFrom('messages').selectAll().where('id', '=', message.id).execute());
      expect(kept).toMatchObject([{ text: said.text, seq: message.seq, conversation_id: conversation.id }]);
    }
    for (const { line } of customers) {
      const own = received.filter(({ message }) => message.thread_id === line.threadId).map(({ message }) => message.seq);
      expect([...own].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6]);
    }
    const facts = await factsOf(system, received[0]!.conversation.id);
    expect(facts).toEqual(['conversation.opened', ...Array(6).fill('message.received')]);
  });

  test('repetitions, a forger and a matter that is resolved among them are what they would be alone', async () => {
    const [sato, tanaka, kimura] = [await visitor(), await visitor(), await visitor()];
    const first = says('一通目');
    for (const { ctx, line } of [sato, tanaka, kimura]) await receive(ctx, line, { ...first, externalId: `${line.threadId}-first` });
    const { conversation } = await receive(kimura.ctx, kimura.line, says('直りました'));
    await setStatus(suzuki, conversation.id, 'resolved');
    clock.advance(REOPEN_WITHIN_MS + 1);

    const plain = says('二通目');
    const [, again, forged, late] = await Promise.allSettled([
      receive(sato.ctx, sato.line, plain),
      receive(tanaka.ctx, tanaka.line, { ...first, externalId: `${tanaka.line.threadId}-first` }),
      receive(tanaka.ctx, sato.line, says('なりすまし')),
      receive(kimura.ctx, kimura.line, says('また壊れました')),
      receive(sato.ctx, sato.line, plain),
    ]);
    expect(again).toMatchObject({ value: { repeated: true, message: { text: '一通目' } } });
    expect(forged).toMatchObject({ reason: { code: 'not_found' } });
    expect(late).toMatchObject({ value: { conversation: { status: 'open' } } });
    expect((late as PromiseFulfilledResult<{ conversation: { id: string } }>).value.conversation.id).not.toBe(conversation.id);
    const said = await sato.ctx.transaction((tx) => tx.selectFrom('messages').select('text').orderBy('seq').execute());
    expect(said.map(({ text }) => text)).toEqual(['一通目', '二通目']);
  });

  test('a message that the database cannot hold is refused alone', async () => {
    const [sato, tanaka] = [await visitor(), await visitor()];
    for (const { ctx, line } of [sato, tanaka]) await receive(ctx, line, says('一通目'));
    const [, broken, fine] = await Promise.allSettled([
      receive(sato.ctx, sato.line, says('間')),
      receive(sato.ctx, sato.line, says('こわれた\u0000文字')),
      receive(tanaka.ctx, tanaka.line, says('ふつうの文字')),
    ]);
    expect([broken?.status, fine?.status]).toEqual(['rejected', 'fulfilled']);
  });
});
