import { expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { updateWorkspace } from '../../workspaces/workspaces.commands.ts';
import { makeReceiver, receiveMessage } from '../commands/receive.ts';
import { receivePast } from '../commands/receive-past.ts';

const { platform, system, suzuki, visitor } = await stage();
const CARD = '4111 1111 1111 1111';
const said = (externalId: string, text: string) => ({
  externalId,
  text,
  attachmentIds: [],
  locale: 'ja' as const,
  authorName: '花子',
  firstAnswer: 'human' as const,
});
/** Every word of every table that a message goes into. */
const everything = () =>
  system.transaction(async (tx) =>
    JSON.stringify([
      await tx.selectFrom('messages').selectAll().execute(),
      await tx.selectFrom('conversations').selectAll().execute(),
      await tx.selectFrom('events').selectAll().execute(),
    ]),
  );

test('a card number that a customer writes is in no table: not in the message, the list, the subject, the mail’s HTML, however it came', async () => {
  const { ctx, line } = await visitor();
  await receiveMessage(ctx, line, said('first', `カードは${CARD}です`));
  await makeReceiver(platform)(ctx, line, said('second', `もう一度、${CARD}`), async () => false);
  const mail = {
    type: 'mail' as const,
    from: 'hanako@mail.example',
    to: [],
    cc: [],
    quoted: `> ${CARD}`,
    html: `<p>${CARD}</p>`,
    authentication: null,
  };
  const past = await visitor();
  await receivePast(past.ctx, past.line, { ...said('past', CARD), subject: `支払い ${CARD}`, blocks: [mail] }, new Date('2026-01-01'));
  const kept = await everything();
  expect(kept).not.toContain(CARD);
  expect(kept.match(/●●●● ●●●● ●●●● 1111/g)!.length).toBeGreaterThanOrEqual(6);
});

test('a workspace that needs them keeps them', async () => {
  await updateWorkspace(suzuki, { maskNumbers: false });
  const { ctx, line } = await visitor();
  await receiveMessage(ctx, line, said('kept', CARD));
  expect(await everything()).toContain(CARD);
});
