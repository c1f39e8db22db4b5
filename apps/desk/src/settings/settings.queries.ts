import { listApiKeys, listSessions } from '@madoguchi/contract/agents.ts';
import { getBotPolicy } from '@madoguchi/contract/checked-questions.ts';
import { embeddingState, getEmbeddingSettings, getLocalModel } from '@madoguchi/contract/embeddings.ts';
import { getModelSettings, modelUsage } from '@madoguchi/contract/models.ts';
import { listMyPasskeys } from '@madoguchi/contract/passkeys.ts';
import { getSingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import { getSystemMail } from '@madoguchi/contract/system-mail.ts';
import { getAgentsTwoFactor, getMyTwoFactor } from '@madoguchi/contract/two-factor.ts';
import { getWorkspace, listInboxes } from '@madoguchi/contract/workspaces.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';

export const workspaceQuery = queryOptions({ queryKey: ['workspace'], queryFn: () => call(getWorkspace, {}) });
export const inboxesQuery = queryOptions({ queryKey: ['inboxes'], queryFn: () => call(listInboxes, {}) });
export const apiKeysQuery = queryOptions({ queryKey: ['api-keys'], queryFn: () => call(listApiKeys, {}) });
export const myTwoFactorQuery = queryOptions({ queryKey: ['my-two-factor'], queryFn: () => call(getMyTwoFactor, {}) });
export const agentsTwoFactorQuery = queryOptions({
  queryKey: ['agents-two-factor'],
  queryFn: () => call(getAgentsTwoFactor, {}),
  staleTime: 0,
});
export const singleSignOnQuery = queryOptions({ queryKey: ['single-sign-on'], queryFn: () => call(getSingleSignOn, {}) });
export const myPasskeysQuery = queryOptions({ queryKey: ['my-passkeys'], queryFn: () => call(listMyPasskeys, {}), staleTime: 0 });
export const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: () => call(listSessions, {}) });
/** Looked at anew each time: what is stuck goes out by itself. */
export const systemMailQuery = queryOptions({ queryKey: ['system-mail'], queryFn: () => call(getSystemMail, {}), staleTime: 0 });
export const modelSettingsQuery = queryOptions({ queryKey: ['model-settings'], queryFn: () => call(getModelSettings, {}) });
export const embeddingSettingsQuery = queryOptions({ queryKey: ['embedding-settings'], queryFn: () => call(getEmbeddingSettings, {}) });
/** Files are exchanged on the server while somebody watches here. */
export const localModelQuery = queryOptions({
  queryKey: ['local-embedding-model'],
  queryFn: () => call(getLocalModel, {}),
  refetchInterval: 5000,
});
/** Looked at again and again while somebody watches: embedding a thousand articles takes minutes. */
export const embeddingStateQuery = queryOptions({
  queryKey: ['embedding-state'],
  queryFn: () => call(embeddingState, {}),
  refetchInterval: 3000,
});
export const modelUsageQuery = queryOptions({ queryKey: ['model-usage'], queryFn: () => call(modelUsage, { query: { days: 30 } }) });
/** Counted anew each time: a second or two. */
export const botPolicyQuery = queryOptions({ queryKey: ['bot-policy'], queryFn: () => call(getBotPolicy, {}), staleTime: 60_000 });
