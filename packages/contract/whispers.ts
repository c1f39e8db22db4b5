import { z } from 'zod';
import { id, idParam, limits, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What came of a whisper: read and put away, put into the reply, or answered. */
export const whisperOutcome = z.enum(['seen', 'used', 'answered']);
export type WhisperOutcome = z.infer<typeof whisperOutcome>;

export const whisper = z.object({
  id: id('wsr'),
  /** Where it was said: perhaps one that went on in the conversation asked about. */
  conversationId: id('cnv'),
  author: z.object({ id: z.string(), name: z.string() }),
  to: z.object({ id: id('agt'), name: z.string() }),
  text: z.string(),
  at: time,
  /** The whisper that this one answers. */
  answers: id('wsr').nullable(),
  outcome: whisperOutcome.nullable(),
  settledAt: time.nullable(),
});
export type Whisper = z.infer<typeof whisper>;

const text = personText(limits.messageCharacters).trim().min(1);
/** Chosen by the client, so that a retry is the same write. */
const idempotencyKey = z.string().min(8).max(100);

export const listWhispers = endpoint('GET', '/api/conversations/:id/whispers', {
  summary:
    'What was whispered in a conversation, oldest first: all of it for who may whisper, else what was said to or by the agent who asks',
  params: idParam('cnv'),
  response: z.object({ items: z.array(whisper) }),
});
/** 409 whisper.refused when the conversation is not theirs (member `assignee`: who has it, or null), or one's own. */
export const whisperToAgent = endpoint('POST', '/api/conversations/:id/whispers', {
  summary: 'Say something to the agent who has a conversation; its customer never sees it',
  params: idParam('cnv'),
  body: z.object({ to: id('agt'), text, idempotencyKey }),
  response: whisper,
  status: 201,
});
/** 409 whisper.not_yours for one that was said to somebody else. */
export const answerWhisper = endpoint('POST', '/api/whispers/:id/answers', {
  summary: 'Whisper back to whoever whispered',
  params: idParam('wsr'),
  body: z.object({ text, idempotencyKey }),
  response: whisper,
  status: 201,
});
/** The first word counts. 409 whisper.not_yours. */
export const settleWhisper = endpoint('PUT', '/api/whispers/:id/outcome', {
  summary: 'Say that one has read a whisper, or put it into the reply',
  params: idParam('wsr'),
  body: z.object({ outcome: whisperOutcome.exclude(['answered']) }),
  response: whisper,
});
