import { route } from '@madoguchi/client/route.ts';
import type * as agents from '@madoguchi/contract/agents.ts';
import type * as channels from '@madoguchi/contract/channels.ts';
import type { limits as contractLimits } from '@madoguchi/contract/common.ts';
import type * as conversations from '@madoguchi/contract/conversations.ts';
import type * as knowledge from '@madoguchi/contract/knowledge.ts';
import type * as links from '@madoguchi/contract/links.ts';
import type * as workspaces from '@madoguchi/contract/workspaces.ts';

/**
 * What the first screens ask of the server, by method and path alone: the contract's schemas (and their validator) would weigh
 * more than the screens themselves. api.test.ts holds every line to the contract.
 */
export const signIn = route<typeof agents.signIn>('POST', '/api/sign-in');
export const signOut = route<typeof agents.signOut>('POST', '/api/sign-out');
export const getMe = route<typeof agents.getMe>('GET', '/api/me');
export const updateMe = route<typeof agents.updateMe>('PATCH', '/api/me');
export const getSetup = route<typeof agents.getSetup>('GET', '/api/setup');
export const listAgents = route<typeof agents.listAgents>('GET', '/api/agents');
export const listTeams = route<typeof agents.listTeams>('GET', '/api/teams');

export const listConversations = route<typeof conversations.listConversations>('GET', '/api/conversations');
export const countConversations = route<typeof conversations.countConversations>('GET', '/api/conversations/counts');
export const getConversation = route<typeof conversations.getConversation>('GET', '/api/conversations/:id');
export const earlierMessages = route<typeof conversations.earlierMessages>('GET', '/api/conversations/:id/messages');
export const replyToConversation = route<typeof conversations.replyToConversation>('POST', '/api/conversations/:id/replies');
export const addNote = route<typeof conversations.addNote>('POST', '/api/conversations/:id/notes');
export const withdrawMessage = route<typeof conversations.withdrawMessage>('POST', '/api/messages/:id/withdraw');
export const sendMessageNow = route<typeof conversations.sendMessageNow>('POST', '/api/messages/:id/send-now');
export const moveMessage = route<typeof conversations.moveMessage>('POST', '/api/messages/:id/move');
export const assignConversation = route<typeof conversations.assignConversation>('PUT', '/api/conversations/:id/assignment');
export const setConversationStatus = route<typeof conversations.setConversationStatus>('PUT', '/api/conversations/:id/status');
export const setConversationPriority = route<typeof conversations.setConversationPriority>('PUT', '/api/conversations/:id/priority');
export const setConversationTags = route<typeof conversations.setConversationTags>('PUT', '/api/conversations/:id/tags');
export const setConversationSubject = route<typeof conversations.setConversationSubject>('PUT', '/api/conversations/:id/subject');
export const markConversationSeen = route<typeof conversations.markConversationSeen>('PUT', '/api/conversations/:id/seen');
export const uploadAttachment = route<typeof conversations.uploadAttachment>('POST', '/api/attachments');
export const listTags = route<typeof conversations.listTags>('GET', '/api/tags');

export const listChannels = route<typeof channels.listChannels>('GET', '/api/channels');
export const listHealth = route<typeof channels.listHealth>('GET', '/api/channels/health');
export const listLines = route<typeof channels.listLines>('GET', '/api/conversations/:id/lines');
export const createContinuation = route<typeof links.createContinuation>('POST', '/api/conversations/:id/continuations');
export const retryMessage = route<typeof channels.retryMessage>('POST', '/api/messages/:id/retry');

export const countMyChecks = route<typeof knowledge.countMyChecks>('GET', '/api/articles/my-checks');
export const searchArticles = route<typeof knowledge.searchArticles>('GET', '/api/articles/search');
export const listInboxes = route<typeof workspaces.listInboxes>('GET', '/api/inboxes');
export const listCannedResponses = route<typeof workspaces.listCannedResponses>('GET', '/api/canned-responses');

/** The contract's own numbers, kept equal by their literal types. */
export const limits: Pick<typeof contractLimits, 'attachmentBytes' | 'attachmentsPerMessage'> = {
  attachmentBytes: 10 * 1024 * 1024,
  attachmentsPerMessage: 5,
};
