import type { LiveFrame } from '@madoguchi/contract/live.ts';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { suzuki } from '../../../../fixtures/agents.ts';
import { at, byAgent, byCustomer, bySystem, conversation, fact, message } from '../../test/build.ts';
import { healthQuery } from '../channels/channels.queries.ts';
import { linesQuery } from '../conversations/conversations.queries.ts';
import { applyFrame } from './apply-frame.ts';

const frame = (over: Partial<Extract<LiveFrame, { type: 'fact' }>>): LiveFrame => ({
  type: 'fact',
  cursor: '1',
  fact: fact('message.received', at('09:05'), byCustomer()),
  conversation: null,
  message: null,
  botStep: null,
  ...over,
});

function known() {
  const client = new QueryClient();
  client.setQueryData(healthQuery.queryKey, { items: [] });
  client.setQueryData(linesQuery('cnv_kettle').queryKey, { items: [] });
  const isOld = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;
  return { client, health: () => isOld(healthQuery.queryKey), lines: () => isOld(linesQuery('cnv_kettle').queryKey) };
}

test('an inbox that begins to fail is looked at anew, though no conversation changed', () => {
  const { client, health, lines } = known();
  applyFrame(client, frame({ fact: fact('inbox.failing', at('09:05'), bySystem) }));
  expect([health(), lines()]).toEqual([true, false]);
});

test('where a customer can be answered is asked again when they write, not when a tag changes', () => {
  const { client, lines } = known();
  applyFrame(client, frame({ fact: fact('conversation.tagged', at('09:05'), byAgent(suzuki)), conversation: conversation() }));
  expect(lines()).toBe(false);
  applyFrame(client, frame({ conversation: conversation(), message: message(2, byCustomer()) }));
  expect(lines()).toBe(true);
});
