import * as agents from '@madoguchi/contract/agents.ts';
import * as channels from '@madoguchi/contract/channels.ts';
import { limits as contractLimits } from '@madoguchi/contract/common.ts';
import * as conversations from '@madoguchi/contract/conversations.ts';
import * as knowledge from '@madoguchi/contract/knowledge.ts';
import * as links from '@madoguchi/contract/links.ts';
import * as workspaces from '@madoguchi/contract/workspaces.ts';
import { expect, test } from 'vitest';
import * as api from './api.ts';

const contract: Record<string, unknown> = { ...agents, ...channels, ...conversations, ...knowledge, ...links, ...workspaces };
const { limits, ...routes } = api;

test.each(Object.entries(routes))('%s is asked as the contract says', (name, { method, path }) => {
  expect(contract[name]).toMatchObject({ method, path });
});

test('the limits on files are the contract’s', () => {
  expect(contractLimits).toMatchObject(limits);
});
