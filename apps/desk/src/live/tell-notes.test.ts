import { expect, test } from 'vitest';
import { suzuki, takahashi } from '../../../../fixtures/agents.ts';
import { agentId, at, byAgent as by, bySystem, conversation, fact, message } from '../../test/build.ts';
import { isWhisperedToMe } from './tell-notes.ts';

const now = Date.parse(at('09:05:30'));
const frame = (author = by(takahashi), when = at('09:05')) => ({
  type: 'fact' as const,
  cursor: '1',
  fact: fact('note.added', when, author, { messageId: 'msg_1', seq: 2 }),
  conversation: conversation({ assignee: { agent: { id: agentId(suzuki), name: suzuki.name }, team: null } }),
  message: message(2, author, { kind: 'note', text: '先に在庫を確認してください' }),
  botStep: null,
});

test('a colleague’s note is told to whoever has the conversation, and to nobody else', () => {
  expect(isWhisperedToMe(frame(), agentId(suzuki), now)).toBe(true);
  expect(isWhisperedToMe(frame(), agentId(takahashi), now)).toBe(false);
});

test('one’s own note is not, nor one that is in the timeline for long, nor a product’s', () => {
  expect(isWhisperedToMe(frame(by(suzuki)), agentId(suzuki), now)).toBe(false);
  expect(isWhisperedToMe(frame(by(takahashi), at('09:04')), agentId(suzuki), now)).toBe(false);
  const automatic = frame();
  expect(isWhisperedToMe({ ...automatic, fact: { ...automatic.fact, actor: bySystem } }, agentId(suzuki), now)).toBe(false);
});
