import { z } from 'zod';
import { id, idParam } from './common.ts';
import { conversation } from './conversations.ts';
import { endpoint } from './endpoint.ts';

const ofAgent = z.object({ id: id('cnv'), agentId: id('agt') });

export const followConversation = endpoint('PUT', '/api/conversations/:id/followers/:agentId', {
  summary: 'Have an agent, oneself or somebody else, follow a conversation; refused for one who may not see it',
  params: ofAgent,
  response: conversation,
});

export const unfollowConversation = endpoint('DELETE', '/api/conversations/:id/followers/:agentId', {
  summary: 'Have an agent follow a conversation no more',
  params: ofAgent,
  response: conversation,
});

/** `reading`: katakana by the dictionary, for finding a name by its sound; empty where there is none. */
const found = z.object({ id: z.string(), name: z.string(), reading: z.string() });

export const mentionable = z.object({
  /** `sees`: whether they may see this conversation. */
  agents: z.array(found.extend({ sees: z.boolean() })),
  /** `unseen`: how many of the team may not see it. */
  teams: z.array(found.extend({ members: z.number().int(), unseen: z.number().int() })),
});
export type Mentionable = z.infer<typeof mentionable>;

export const listMentionable = endpoint('GET', '/api/conversations/:id/mentionable', {
  summary: 'Whom a note on a conversation can name, and who of them may see it',
  params: idParam('cnv'),
  response: mentionable,
});
