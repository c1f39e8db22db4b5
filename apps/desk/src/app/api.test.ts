import * as agents from '@madoguchi/contract/agents.ts';
import * as attributes from '@madoguchi/contract/attributes.ts';
import * as board from '@madoguchi/contract/board.ts';
import * as bulk from '@madoguchi/contract/bulk.ts';
import * as channels from '@madoguchi/contract/channels.ts';
import { limits as contractLimits } from '@madoguchi/contract/common.ts';
import * as conversations from '@madoguchi/contract/conversations.ts';
import * as merges from '@madoguchi/contract/customer-merges.ts';
import * as customerNotes from '@madoguchi/contract/customer-notes.ts';
import * as knowledge from '@madoguchi/contract/knowledge.ts';
import * as links from '@madoguchi/contract/links.ts';
import * as conversationMerges from '@madoguchi/contract/merges.ts';
import * as promises from '@madoguchi/contract/promises.ts';
import * as replyChecks from '@madoguchi/contract/reply-checks.ts';
import * as routing from '@madoguchi/contract/routing.ts';
import * as search from '@madoguchi/contract/search.ts';
import * as spam from '@madoguchi/contract/spam.ts';
import * as surveys from '@madoguchi/contract/surveys.ts';
import * as twoFactor from '@madoguchi/contract/two-factor.ts';
import * as workspaces from '@madoguchi/contract/workspaces.ts';
import { expect, test } from 'vitest';
import * as api from './api.ts';

const contract: Record<string, unknown> = {
  ...agents,
  ...board,
  ...bulk,
  ...channels,
  ...conversations,
  ...merges,
  ...conversationMerges,
  ...attributes,
  ...customerNotes,
  ...knowledge,
  ...links,
  ...promises,
  ...replyChecks,
  ...routing,
  ...search,
  ...spam,
  ...surveys,
  ...twoFactor,
  ...workspaces,
};
const { limits, ...routes } = api;

test.each(Object.entries(routes))('%s is asked as the contract says', (name, { method, path }) => {
  expect(contract[name]).toMatchObject({ method, path });
});

test('the limits on files are the contract’s', () => {
  expect(contractLimits).toMatchObject(limits);
});
