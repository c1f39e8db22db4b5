import { expect, test, vi } from 'vitest';
import { channelHouse } from '../../../test/channel-house.ts';
import { platformStub } from '../../../test/platform-stub.ts';
import type { Channel } from '../channel.ts';
import { echoChannel, echoSignature } from '../echo.testkit.ts';

const platform = await platformStub(({ path }) => (path.startsWith('/files/') ? { status: 503 } : { body: { id: 'echo-1' } }));

/** A channel whose messages say which one they answer, as mail does: `re a: …` belongs to where `a` is. */
const threaded: Channel = {
  ...echoChannel,
  async place(_ctx, tx, _inboxId, event) {
    const answered = /^re (\w+):/.exec(event.text)?.[1];
    const row = await tx
      .selectFrom('messages as m')
      .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.thread_id'))
      .select('t.external_id')
      .where('m.external_id', '=', answered ?? '')
      .executeTakeFirst();
    return { threadExternalId: row?.external_id ?? `thread:${event.externalId}` };
  },
};
const house = await channelHouse({
  channel: threaded,
  settings: { secret: 'himitsu' },
  origins: { 'https://echo.example': platform.origin },
});

const post = (posts: object[]) => {
  const body = JSON.stringify({ posts });
  return house.hook('POST', '', body, { 'x-echo-signature': echoSignature('himitsu', body) });
};

test('messages that answer each other and come at once find the one before them', async () => {
  const said = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, n, ids) => ({
    id,
    from: `person-${n}`,
    text: n === 0 ? 'first' : `re ${ids[n - 1]}: ${id}`,
  }));
  await post(said);
  const conversation = await house.conversationOf('re e: f');
  expect((await house.messages(conversation)).map(({ text }) => text)).toEqual(said.map(({ text }) => text));
  expect(await house.conversations()).toHaveLength(1);
});

test('a file that was still to be fetched when the process died is fetched once the message comes again', async () => {
  const message = { id: 'g', from: 'sato', text: 'the receipt', files: ['receipt.pdf'] };
  await post([message]);
  await house.conversationOf('the receipt');
  const awaited = () => house.shop.ctx.transaction((tx) => tx.selectFrom('awaited_files').select(['id', 'file']).execute());
  await vi.waitFor(async () => expect(await awaited()).toHaveLength(1), { timeout: 30_000 });
  // As if it had died after the message was written and before the file was noted.
  await house.shop.ctx.transaction((tx) => tx.deleteFrom('awaited_files').where('inbox_id', '=', house.inboxId).execute());

  await post([message, { id: 'h', from: 'sato', text: 're g: is it there?' }]);
  await house.conversationOf('is it there?');
  expect(await awaited()).toMatchObject([{ file: { ref: 'receipt.pdf' } }]);
});
