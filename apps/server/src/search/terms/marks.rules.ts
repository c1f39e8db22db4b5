// Pure: terms for where and whose something is, so that a filter narrows a search inside the index. The tails of ids are as good as ids here:
// what they find is looked at again by its columns.
const TAIL = 12;

export const customerMark = (customerId: string): string => `@u${customerId.slice(-TAIL)}`;
export const inboxMark = (inboxId: string): string => `@i${inboxId.slice(-TAIL)}`;
export const assigneeMark = (agentId: string): string => `@a${agentId.slice(-TAIL)}`;
export const channelMark = (channel: string): string => `@c:${channel}`;
export const numberMark = (number: number): string => `@n${number}`;
export const CUSTOMERS_MARK = '@kc';
export const SPAM_MARK = '@spam';
