import { expect, test } from 'vitest';
import { factsOf, stage } from '../../../test/stage.ts';
import { lockConversation } from './lock.ts';
import { setPriority } from './priority.ts';
import { receiveMessage } from './receive.ts';

const { suzuki, system, visitor } = await stage();

test('an agent says how soon; saying it twice is one fact', async () => {
  const customer = await visitor();
  const { conversation } = await receiveMessage(customer.ctx, customer.line, {
    externalId: 'p-1',
    text: '明日の朝までに届かないと困ります',
    attachmentIds: [],
    locale: 'ja',
    authorName: '佐藤 花子',
    firstAnswer: 'human',
  });
  const priority = async () => (await system.transaction((tx) => lockConversation(system, tx, conversation.id))).priority;
  expect(await priority()).toBe('normal');

  await setPriority(suzuki, conversation.id, 'urgent');
  await setPriority(suzuki, conversation.id, 'urgent');
  expect(await priority()).toBe('urgent');
  expect(await factsOf(system, conversation.id)).toEqual(['conversation.opened', 'message.received', 'conversation.prioritized']);
});
