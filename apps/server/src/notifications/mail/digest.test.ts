import { expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { assign } from '../../conversations/commands/manage.ts';
import { receiveMessage } from '../../conversations/commands/receive.ts';
import { openOutbox } from '../../platform/mail-transport/outbox.ts';
import { readByAgent } from '../inbox/read.commands.ts';
import { recordFact } from '../record/record.commands.ts';
import { keepSettings, pause, setPolicy } from '../settings/settings.commands.ts';
import { DEFAULT_SETTINGS, nextMailAt, quietUntil } from '../settings/settings.rules.ts';
import { sendDigest } from './digest.commands.ts';

const { system, suzuki, takahashi, visitor, clock } = await stage();
const her = String(takahashi.actor.id);
const sent: { to: string; subject: string; text: string; html?: string }[] = [];
const outbox = openOutbox({
  transport: { available: true, from: null, send: async () => ({ messageId: '', response: '' }) },
  sealingKey: Buffer.alloc(32),
});
const deps = {
  outbox: { ...outbox, queue: async (_ctx: unknown, _tx: unknown, mail: (typeof sent)[number]) => void sent.push(mail) },
  publicUrl: 'https://desk.example',
};
const digest = () => sendDigest(system, deps, her);

async function given(subject: string) {
  const customer = await visitor();
  clock.advance(1000);
  const said = { attachmentIds: [], locale: 'ja' as const, authorName: '佐藤 花子', firstAnswer: 'human' as const };
  const inbound = { externalId: `d-${customer.line.threadId}`, text: '<b>口座は123</b>です', subject, ...said };
  const { conversation } = await receiveMessage(customer.ctx, customer.line, inbound);
  await assign(suzuki, conversation.id, { agentId: her, teamId: null });
  const facts = await system.transaction((tx) =>
    tx
      .selectFrom('events')
      .selectAll()
      .where('conversation_id', '=', conversation.id)
      .where('name', '=', 'conversation.assigned')
      .execute(),
  );
  for (const fact of facts) await recordFact(system, fact);
  return conversation.id;
}

test('what is not read is mailed once, with subject and name alone, a link and the way to turn it off', async () => {
  const id = await given('急須の蓋 <割れ>');
  await digest();
  await digest();
  expect(sent).toHaveLength(1);
  const [mail] = sent;
  expect(mail!.subject).toBe(`[葉月と匙] ${suzuki.actor.name}さんがあなたを担当にしました`);
  expect(mail!.text).toContain('急須の蓋 <割れ>(佐藤 花子様)');
  expect(mail!.text).toContain(`https://desk.example/desk/c/${id}`);
  expect(mail!.text).toContain('https://desk.example/desk/settings/notifications');
  expect(mail!.text).not.toContain('口座');
  expect(mail!.html).toContain('急須の蓋 &lt;割れ&gt;');

  await setPolicy(system, { shows: 'words' });
  await given('湯呑み');
  await given('茶筒');
  await digest();
  expect(sent).toHaveLength(2);
  expect(sent[1]!.subject).toBe('[葉月と匙] 未読の通知 2件');
  expect(sent[1]!.html).not.toContain('<b>');

  await given('読んだもの');
  await readByAgent(takahashi, her, {});
  await digest();
  await keepSettings(takahashi, her, {
    ...DEFAULT_SETTINGS,
    kinds: { ...DEFAULT_SETTINGS.kinds, assigned: { desk: true, push: true, mail: false } },
  });
  await given('メールは要らない');
  await digest();
  await keepSettings(takahashi, her, DEFAULT_SETTINGS);
  await pause(takahashi, her, 60);
  await digest();
  expect(sent).toHaveLength(2);
  await pause(takahashi, her, 0);
  await digest();
  expect(sent).toHaveLength(3);
});

const at = (text: string) => new Date(`${text}+09:00`);
const hours = (days: number[], from: string, to: string) => ({
  settings: { ...DEFAULT_SETTINGS, hours: { on: true, days, from, to } },
  pausedUntil: null,
  timezone: 'Asia/Tokyo',
});

test.each([
  ['within the hours', hours([0, 1, 2, 3, 4], '09:00', '18:00'), '2026-11-24T10:00:00', null],
  ['before them', hours([0, 1, 2, 3, 4], '09:00', '18:00'), '2026-11-24T07:00:00', '2026-11-24T09:00:00'],
  ['on Friday evening, until Monday', hours([0, 1, 2, 3, 4], '09:00', '18:00'), '2026-11-27T18:00:00', '2026-11-30T09:00:00'],
  ['past midnight, of the evening before', hours([4], '22:00', '06:00'), '2026-11-28T05:59:00', null],
  ['past midnight, over', hours([4], '22:00', '06:00'), '2026-11-28T06:00:00', '2026-12-04T22:00:00'],
  ['on no day at all, a week and a week', hours([], '09:00', '18:00'), '2026-11-24T10:00:00', '2026-12-01T10:00:00'],
  [
    'paused within the hours, to after them',
    { ...hours([1], '09:00', '18:00'), pausedUntil: at('2026-11-24T18:30:00') },
    '2026-11-24T17:40:00',
    '2026-12-01T09:00:00',
  ],
])('%s', (_story, quiet, now, until) => {
  expect(quietUntil(quiet, at(now))).toEqual(until && at(until));
});

test('mails go out in two minutes, at the full hour or at their time, and never while it is quiet', () => {
  const mailed = (how: 'at_once' | 'hourly' | 'daily', now: string, on = false) => {
    const { settings, ...rest } = hours([0, 1, 2, 3, 4], '09:00', '18:00');
    return nextMailAt({ ...rest, settings: { ...settings, hours: { ...settings.hours, on }, mail: { how, at: '08:30' } } }, at(now));
  };
  expect(mailed('at_once', '2026-11-24T10:00:20')).toEqual(at('2026-11-24T10:02:00'));
  expect(mailed('hourly', '2026-11-24T10:00:20')).toEqual(at('2026-11-24T11:00:00'));
  expect(mailed('daily', '2026-11-24T10:00:20')).toEqual(at('2026-11-25T08:30:00'));
  expect(mailed('daily', '2026-11-24T10:00:20', true)).toEqual(at('2026-11-25T09:00:00'));
  expect(mailed('hourly', '2026-11-27T17:30:00', true)).toEqual(at('2026-11-30T09:00:00'));
});
