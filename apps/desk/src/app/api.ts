import { route } from '@madoguchi/client/route.ts';
import type * as agents from '@madoguchi/contract/agents.ts';
import type * as approvals from '@madoguchi/contract/approvals.ts';
import type * as attributes from '@madoguchi/contract/attributes.ts';
import type * as board from '@madoguchi/contract/board.ts';
import type * as bulk from '@madoguchi/contract/bulk.ts';
import type * as cannedResponses from '@madoguchi/contract/canned-responses.ts';
import type * as channels from '@madoguchi/contract/channels.ts';
import type * as commerce from '@madoguchi/contract/commerce.ts';
import type { limits as contractLimits } from '@madoguchi/contract/common.ts';
import type * as conversations from '@madoguchi/contract/conversations.ts';
import type * as merges from '@madoguchi/contract/customer-merges.ts';
import type * as customerNotes from '@madoguchi/contract/customer-notes.ts';
import type * as fields from '@madoguchi/contract/fields.ts';
import type * as followers from '@madoguchi/contract/followers.ts';
import type * as knowledge from '@madoguchi/contract/knowledge.ts';
import type * as links from '@madoguchi/contract/links.ts';
import type * as macros from '@madoguchi/contract/macros.ts';
import type * as conversationMerges from '@madoguchi/contract/merges.ts';
import type * as mood from '@madoguchi/contract/mood.ts';
import type * as notifications from '@madoguchi/contract/notifications.ts';
import type * as passkeys from '@madoguchi/contract/passkeys.ts';
import type * as procedures from '@madoguchi/contract/procedures.ts';
import type * as promises from '@madoguchi/contract/promises.ts';
import type * as related from '@madoguchi/contract/related.ts';
import type * as replyChecks from '@madoguchi/contract/reply-checks.ts';
import type * as routing from '@madoguchi/contract/routing.ts';
import type * as search from '@madoguchi/contract/search.ts';
import type * as sides from '@madoguchi/contract/side-conversations.ts';
import type * as single from '@madoguchi/contract/single-sign-on.ts';
import type * as spam from '@madoguchi/contract/spam.ts';
import type * as surveys from '@madoguchi/contract/surveys.ts';
import type * as twoFactor from '@madoguchi/contract/two-factor.ts';
import type * as whispers from '@madoguchi/contract/whispers.ts';
import type * as workspaces from '@madoguchi/contract/workspaces.ts';

/**
 * What the first screens ask of the server, by method and path alone: the contract's schemas (and their validator) would weigh
 * more than the screens themselves. api.test.ts holds every line to the contract.
 */
export const signIn = route<typeof agents.signIn>('POST', '/api/sign-in');
export const signInWithCode = route<typeof twoFactor.signInWithCode>('POST', '/api/sign-in/code');
export const signInOptions = route<typeof single.signInOptions>('GET', '/api/sign-in/options');
export const beginSingleSignOn = route<typeof single.beginSingleSignOn>('POST', '/api/sign-in/single');
export const beginPasskeySignIn = route<typeof passkeys.beginPasskeySignIn>('POST', '/api/sign-in/passkey/options');
export const signInWithPasskey = route<typeof passkeys.signInWithPasskey>('POST', '/api/sign-in/passkey');
export const signOut = route<typeof agents.signOut>('POST', '/api/sign-out');
export const getMe = route<typeof agents.getMe>('GET', '/api/me');
export const updateMe = route<typeof agents.updateMe>('PATCH', '/api/me');
export const getSetup = route<typeof agents.getSetup>('GET', '/api/setup');
export const listAgents = route<typeof agents.listAgents>('GET', '/api/agents');
export const listTeams = route<typeof agents.listTeams>('GET', '/api/teams');

export const listContracts = route<typeof commerce.listContracts>('GET', '/api/commerce/contracts');
export const customerCommerce = route<typeof commerce.customerCommerce>('GET', '/api/customers/:id/commerce');
export const getOrder = route<typeof commerce.getOrder>('GET', '/api/commerce/orders/:id');
export const openReturn = route<typeof commerce.openReturn>('POST', '/api/commerce/orders/:id/returns');
export const moveReturn = route<typeof commerce.moveReturn>('PUT', '/api/commerce/returns/:id/state');

export const getBoard = route<typeof board.getBoard>('GET', '/api/board');
export const listBoardConversations = route<typeof board.listBoardConversations>('GET', '/api/board/conversations');
export const moveToQueue = route<typeof routing.moveToQueue>('PUT', '/api/conversations/:id/queue');

export const takeMoodAway = route<typeof mood.takeMoodAway>('DELETE', '/api/conversations/:id/mood');
export const followConversation = route<typeof followers.followConversation>('PUT', '/api/conversations/:id/followers/:agentId');
export const unfollowConversation = route<typeof followers.unfollowConversation>('DELETE', '/api/conversations/:id/followers/:agentId');
export const listMentionable = route<typeof followers.listMentionable>('GET', '/api/conversations/:id/mentionable');
export const listNotifications = route<typeof notifications.listNotifications>('GET', '/api/notifications');
export const countNotifications = route<typeof notifications.countNotifications>('GET', '/api/notifications/unread');
export const readNotifications = route<typeof notifications.readNotifications>('POST', '/api/notifications/read');
export const getNotificationSettings = route<typeof notifications.getNotificationSettings>('GET', '/api/notification-settings');

export const listConversations = route<typeof conversations.listConversations>('GET', '/api/conversations');
export const countConversations = route<typeof conversations.countConversations>('GET', '/api/conversations/counts');
export const getConversation = route<typeof conversations.getConversation>('GET', '/api/conversations/:id');
export const earlierMessages = route<typeof conversations.earlierMessages>('GET', '/api/conversations/:id/messages');
export const replyToConversation = route<typeof conversations.replyToConversation>('POST', '/api/conversations/:id/replies');
export const checkReply = route<typeof replyChecks.checkReply>('POST', '/api/conversations/:id/reply-check');
export const addNote = route<typeof conversations.addNote>('POST', '/api/conversations/:id/notes');
export const listWhispers = route<typeof whispers.listWhispers>('GET', '/api/conversations/:id/whispers');
export const whisperToAgent = route<typeof whispers.whisperToAgent>('POST', '/api/conversations/:id/whispers');
export const answerWhisper = route<typeof whispers.answerWhisper>('POST', '/api/whispers/:id/answers');
export const settleWhisper = route<typeof whispers.settleWhisper>('PUT', '/api/whispers/:id/outcome');
export const withdrawMessage = route<typeof conversations.withdrawMessage>('POST', '/api/messages/:id/withdraw');
export const sendMessageNow = route<typeof conversations.sendMessageNow>('POST', '/api/messages/:id/send-now');
export const moveMessage = route<typeof conversations.moveMessage>('POST', '/api/messages/:id/move');
export const actOnMany = route<typeof bulk.actOnMany>('POST', '/api/conversations/bulk');
export const undoBulk = route<typeof bulk.undoBulk>('POST', '/api/bulk-actions/:id/undo');
export const listAlike = route<typeof conversationMerges.listAlike>('GET', '/api/conversations/:id/alike');
export const distinguishConversation = route<typeof conversationMerges.distinguishConversation>(
  'PUT',
  '/api/conversations/:id/distinctions/:otherId',
);
export const listRelated = route<typeof related.listRelated>('GET', '/api/conversations/:id/related');
export const relateConversation = route<typeof related.relateConversation>('POST', '/api/conversations/:id/related');
export const unrelateConversation = route<typeof related.unrelateConversation>('DELETE', '/api/conversation-relations/:id');
export const listSideConversations = route<typeof sides.listSideConversations>('GET', '/api/conversations/:id/side-conversations');
export const listSideInboxes = route<typeof sides.listSideInboxes>('GET', '/api/conversations/:id/side-inboxes');
export const startSideConversation = route<typeof sides.startSideConversation>('POST', '/api/conversations/:id/side-conversations');
export const writeSideMessage = route<typeof sides.writeSideMessage>('POST', '/api/side-conversations/:id/messages');
export const setSideState = route<typeof sides.setSideState>('PUT', '/api/side-conversations/:id/state');
export const markSideSeen = route<typeof sides.markSideSeen>('PUT', '/api/side-conversations/:id/seen');
export const retrySideMessage = route<typeof sides.retrySideMessage>('POST', '/api/side-messages/:id/retry');
export const mergeConversation = route<typeof conversationMerges.mergeConversation>('POST', '/api/conversations/:id/merges');
export const undoConversationMerge = route<typeof conversationMerges.undoConversationMerge>('DELETE', '/api/conversation-merges/:id');
export const splitConversation = route<typeof conversationMerges.splitConversation>('POST', '/api/messages/:id/split');
export const undoConversationSplit = route<typeof conversationMerges.undoConversationSplit>('DELETE', '/api/conversation-splits/:id');
export const assignConversation = route<typeof conversations.assignConversation>('PUT', '/api/conversations/:id/assignment');
export const setConversationStatus = route<typeof conversations.setConversationStatus>('PUT', '/api/conversations/:id/status');
export const setConversationPriority = route<typeof conversations.setConversationPriority>('PUT', '/api/conversations/:id/priority');
export const setConversationSpam = route<typeof spam.setConversationSpam>('PUT', '/api/conversations/:id/spam');
export const snoozeConversation = route<typeof conversations.snoozeConversation>('PUT', '/api/conversations/:id/snooze');
export const wakeConversation = route<typeof conversations.wakeConversation>('DELETE', '/api/conversations/:id/snooze');
export const setConversationTags = route<typeof conversations.setConversationTags>('PUT', '/api/conversations/:id/tags');
export const setConversationSubject = route<typeof conversations.setConversationSubject>('PUT', '/api/conversations/:id/subject');
export const setConversationFields = route<typeof fields.setConversationFields>('PATCH', '/api/conversations/:id/fields');
export const getConversationProcedure = route<typeof procedures.getConversationProcedure>('GET', '/api/conversations/:id/procedure');
export const pickProcedure = route<typeof procedures.pickProcedure>('PUT', '/api/conversations/:id/procedure');
export const checkStep = route<typeof procedures.checkStep>('PUT', '/api/conversations/:id/procedure/steps/:stepId');
export const listApprovals = route<typeof approvals.listApprovals>('GET', '/api/conversations/:id/approvals');
export const approveReply = route<typeof approvals.approveReply>('POST', '/api/approvals/:id/approve');
export const returnReply = route<typeof approvals.returnReply>('POST', '/api/approvals/:id/return');
export const markConversationSeen = route<typeof conversations.markConversationSeen>('PUT', '/api/conversations/:id/seen');
export const uploadAttachment = route<typeof conversations.uploadAttachment>('POST', '/api/attachments');
export const promisesOfConversation = route<typeof promises.promisesOfConversation>('GET', '/api/conversations/:id/promises');
export const listTags = route<typeof conversations.listTags>('GET', '/api/tags');

export const listChannels = route<typeof channels.listChannels>('GET', '/api/channels');
export const listHealth = route<typeof channels.listHealth>('GET', '/api/channels/health');
export const listLines = route<typeof channels.listLines>('GET', '/api/conversations/:id/lines');
export const undoContinuation = route<typeof links.undoContinuation>('POST', '/api/conversations/:id/continuations/undo');
export const createContinuation = route<typeof links.createContinuation>('POST', '/api/conversations/:id/continuations');
export const retryMessage = route<typeof channels.retryMessage>('POST', '/api/messages/:id/retry');

export const listAttributes = route<typeof attributes.listAttributes>('GET', '/api/attributes');
export const listCustomerNotes = route<typeof customerNotes.listCustomerNotes>('GET', '/api/customers/:id/notes');
export const listDuplicates = route<typeof merges.listDuplicates>('GET', '/api/customers/:id/duplicates');
export const mergeCustomer = route<typeof merges.mergeCustomer>('POST', '/api/customers/:id/merges');
export const undoMerge = route<typeof merges.undoMerge>('DELETE', '/api/customer-merges/:id');
export const distinguishCustomer = route<typeof merges.distinguishCustomer>('PUT', '/api/customers/:id/distinctions/:otherId');

export const listSurveys = route<typeof surveys.listSurveys>('GET', '/api/surveys');

export const listPresences = route<typeof routing.listPresences>('GET', '/api/presences');
export const setMyPresence = route<typeof routing.setMyPresence>('PUT', '/api/presences/me');
export const listMyOffers = route<typeof routing.listMyOffers>('GET', '/api/offers');
export const acceptOffer = route<typeof routing.acceptOffer>('POST', '/api/offers/:id/accept');
export const declineOffer = route<typeof routing.declineOffer>('POST', '/api/offers/:id/decline');
export const getConversationRouting = route<typeof routing.getConversationRouting>('GET', '/api/conversations/:id/routing');
export const correctDifficulty = route<typeof routing.correctDifficulty>('PUT', '/api/conversations/:id/difficulty');
export const escalateConversation = route<typeof routing.escalateConversation>('POST', '/api/conversations/:id/escalation');
export const handOver = route<typeof routing.handOver>('POST', '/api/hand-over');

export const countMyChecks = route<typeof knowledge.countMyChecks>('GET', '/api/articles/my-checks');
export const searchArticles = route<typeof knowledge.searchArticles>('GET', '/api/articles/search');
export const listInboxes = route<typeof workspaces.listInboxes>('GET', '/api/inboxes');
export const listCannedResponses = route<typeof cannedResponses.listCannedResponses>('GET', '/api/canned-responses');
export const textValues = route<typeof cannedResponses.textValues>('GET', '/api/conversations/:id/text-values');
export const useCannedResponse = route<typeof cannedResponses.useCannedResponse>('POST', '/api/conversations/:id/canned-uses');
export const suggestCannedResponses = route<typeof cannedResponses.suggestCannedResponses>(
  'GET',
  '/api/conversations/:id/canned-suggestions',
);
export const listMacros = route<typeof macros.listMacros>('GET', '/api/macros');
export const runMacro = route<typeof macros.runMacro>('POST', '/api/macros/:id/run');
export const runMacroOnMany = route<typeof macros.runMacroOnMany>('POST', '/api/macros/:id/run-on-many');

/** The contract's own numbers, kept equal by their literal types. */
export const limits: Pick<typeof contractLimits, 'attachmentBytes' | 'attachmentsPerMessage'> = {
  attachmentBytes: 10 * 1024 * 1024,
  attachmentsPerMessage: 5,
};

export const searchEverything = route<typeof search.searchEverything>('GET', '/api/search');
export const searchBuild = route<typeof search.searchBuild>('GET', '/api/search/build');
export const rebuildSearch = route<typeof search.rebuildSearch>('POST', '/api/search/build');
