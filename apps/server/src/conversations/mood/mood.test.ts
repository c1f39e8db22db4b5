import { expect, test } from 'vitest';
import { factsOf, stage } from '../../../test/stage.ts';
import { upset } from '../../board/upset.queries.ts';
import { setStatus } from '../commands/manage.ts';
import { receiveMessage } from '../commands/receive.ts';
import { conversationById } from '../queries/read.ts';
import { takeMoodAway } from './mood.commands.ts';

const { system, suzuki, visitor, workspaceId, clock } = await stage();
const common = { attachmentIds: [], locale: 'ja' as const, authorName: '佐藤 花子', firstAnswer: 'human' as const };

let n = 0;
async function customer() {
  const one = await visitor();
  const says = async (text: string) => {
    n += 1;
    clock.advance(1000);
    return receiveMessage(one.ctx, one.line, { externalId: `m-${n}`, text, ...common });
  };
  return { says };
}
const moodOf = async (id: string) => (await suzuki.transaction((tx) => conversationById(tx, workspaceId, id))).mood;
const board = () => suzuki.transaction((tx) => upset(suzuki, tx));

test('a mood comes with the words that spoke for it, lasts through plain words, and ends with thanks', async () => {
  const { says } = await customer();
  const opened = await says('いつまで待たせるんですか！！');
  const { id } = opened.conversation;
  expect(opened.message.mood).toBe('angry');
  expect(await moodOf(id)).toEqual({ state: 'angry', words: ['いつまで待'] });
  expect((await says('注文番号はHS-204790です')).message.mood).toBeNull();
  expect(await moodOf(id)).toMatchObject({ state: 'angry' });
  await says('このままでは困ります。');
  expect(await moodOf(id)).toEqual({ state: 'displeased', words: ['困ります'] });
  await says('届きました。ありがとうございました！');
  expect(await moodOf(id)).toBeNull();
});

test('what was over begins anew: a plain word that opens it again is not angry for what was said before', async () => {
  const { says } = await customer();
  const { id } = (await says('ふざけるな')).conversation;
  await setStatus(suzuki, id, 'resolved');
  await says('別件ですが、送り先を変えられますか');
  expect(await moodOf(id)).toBeNull();
});

test('a person takes it away, once, which stands in the log; the next angry words are heard again', async () => {
  const { says } = await customer();
  const { id } = (await says('最悪です')).conversation;
  await takeMoodAway(suzuki, id);
  await takeMoodAway(suzuki, id);
  expect(await moodOf(id)).toBeNull();
  expect((await factsOf(system, id)).filter((name) => name === 'conversation.mood_corrected')).toHaveLength(1);
  await says('返金しろ');
  expect(await moodOf(id)).toMatchObject({ state: 'angry' });
});

test('the board counts and lists who is upset and not done with, the angry first, then who waits longest', async () => {
  const before = await board();
  const [sad, mad, madToo, done, calm] = [await customer(), await customer(), await customer(), await customer(), await customer()];
  const displeased = (await sad.says('とても残念です')).conversation.id;
  const angry = (await mad.says('責任者を出せ')).conversation.id;
  const later = (await madToo.says('もう許せません!! 最悪です')).conversation.id;
  await setStatus(suzuki, (await done.says('ふざけるな')).conversation.id, 'resolved');
  await calm.says('返品したいのですが');
  const now = await board();
  expect([now.angry - before.angry, now.displeased - before.displeased]).toEqual([2, 1]);
  const ours = new Set([displeased, angry, later]);
  expect(now.upset.map(({ id }) => id).filter((id) => ours.has(id))).toEqual([angry, later, displeased]);
  expect(now.upset).toHaveLength(before.upset.length + 3);
});
