import * as agents from '@madoguchi/contract/agents.ts';
import * as approvals from '@madoguchi/contract/approvals.ts';
import * as attributes from '@madoguchi/contract/attributes.ts';
import * as board from '@madoguchi/contract/board.ts';
import * as bulk from '@madoguchi/contract/bulk.ts';
import * as cannedResponses from '@madoguchi/contract/canned-responses.ts';
import * as channels from '@madoguchi/contract/channels.ts';
import * as commerce from '@madoguchi/contract/commerce.ts';
import { limits as contractLimits } from '@madoguchi/contract/common.ts';
import * as conversations from '@madoguchi/contract/conversations.ts';
import * as merges from '@madoguchi/contract/customer-merges.ts';
import * as customerNotes from '@madoguchi/contract/customer-notes.ts';
import * as fields from '@madoguchi/contract/fields.ts';
import * as followers from '@madoguchi/contract/followers.ts';
import * as knowledge from '@madoguchi/contract/knowledge.ts';
import * as links from '@madoguchi/contract/links.ts';
import * as macros from '@madoguchi/contract/macros.ts';
import * as conversationMerges from '@madoguchi/contract/merges.ts';
import * as mood from '@madoguchi/contract/mood.ts';
import * as notifications from '@madoguchi/contract/notifications.ts';
import * as passkeys from '@madoguchi/contract/passkeys.ts';
import * as procedures from '@madoguchi/contract/procedures.ts';
import * as promises from '@madoguchi/contract/promises.ts';
import * as related from '@madoguchi/contract/related.ts';
import * as replyChecks from '@madoguchi/contract/reply-checks.ts';
import * as routing from '@madoguchi/contract/routing.ts';
import * as search from '@madoguchi/contract/search.ts';
import * as sides from '@madoguchi/contract/side-conversations.ts';
import * as singleSignOn from '@madoguchi/contract/single-sign-on.ts';
import * as spam from '@madoguchi/contract/spam.ts';
import * as surveys from '@madoguchi/contract/surveys.ts';
import * as twoFactor from '@madoguchi/contract/two-factor.ts';
import * as whispers from '@madoguchi/contract/whispers.ts';
import * as workspaces from '@madoguchi/contract/workspaces.ts';
import { expect, test } from 'vitest';
import * as api from './api.ts';

const contract: Record<string, unknown> = {
  ...agents,
  ...approvals,
  ...fields,
  ...procedures,
  ...board,
  ...bulk,
  ...cannedResponses,
  ...channels,
  ...commerce,
  ...conversations,
  ...merges,
  ...conversationMerges,
  ...attributes,
  ...customerNotes,
  ...followers,
  ...mood,
  ...knowledge,
  ...links,
  ...macros,
  ...notifications,
  ...passkeys,
  ...promises,
  ...replyChecks,
  ...routing,
  ...search,
  ...related,
  ...sides,
  ...spam,
  ...surveys,
  ...singleSignOn,
  ...twoFactor,
  ...whispers,
  ...workspaces,
};
const { limits, ...routes } = api;

test.each(Object.entries(routes))('%s is asked as the contract says', (name, { method, path }) => {
  expect(contract[name]).toMatchObject({ method, path });
});

test('the limits on files are the contract’s', () => {
  expect(contractLimits).toMatchObject(limits);
});
