import { z } from 'zod';
import { attachment, id, time } from './common.ts';
import { stepId } from './flows.ts';
import { modelOutcome } from './models.ts';

export const authorKind = z.enum(['customer', 'agent', 'bot', 'system']);
export const author = z.object({ kind: authorKind, id: z.string().nullable(), name: z.string() });
export type Author = z.infer<typeof author>;

/** What a button in a bot message means when it is pressed. */
export const choice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), articleId: id('art') }),
  z.object({ kind: z.literal('none_of_these') }),
  z.object({ kind: z.literal('solved') }),
  z.object({ kind: z.literal('not_solved') }),
  z.object({ kind: z.literal('person') }),
  /** An option of a flow's step; means something only while the flow stands at that step. */
  z.object({ kind: z.literal('flow_option'), flowId: id('flw'), step: stepId, option: stepId }),
  /** The answer to a satisfaction survey; good at any time, whatever was said since. */
  z.object({ kind: z.literal('rate'), surveyId: id('srv'), rating: z.number().int().min(1).max(5) }),
  /** No comment to the rating. */
  z.object({ kind: z.literal('rate_only'), surveyId: id('srv') }),
]);
export type Choice = z.infer<typeof choice>;

/** The structured parts of a bot message, below its text. */
export const block = z.discriminatedUnion('type', [
  /** The article's own words (Markdown), its title and where it can be read. `whole`: whether nothing of it was left out. */
  z.object({
    type: z.literal('quote'),
    articleId: id('art'),
    title: z.string(),
    url: z.string(),
    markdown: z.string(),
    updatedAt: time.optional(),
    whole: z.boolean().optional(),
  }),
  z.object({ type: z.literal('choices'), choices: z.array(z.object({ label: z.string(), choice })) }),
  /** Addresses side by side, for channels without buttons that can show them so. The text says the same where they cannot. */
  z.object({ type: z.literal('links'), links: z.array(z.object({ label: z.string(), url: z.string() })) }),
  /** Ask where a late answer should go (shown as an e-mail field). */
  z.object({ type: z.literal('ask_email') }),
  /** What customers send that is not words. A sticker has its platform's words for it, and a picture where there is one. */
  z.object({ type: z.literal('sticker'), keywords: z.array(z.string()), imageUrl: z.string().nullable() }),
  z.object({
    type: z.literal('location'),
    title: z.string(),
    address: z.string(),
    latitude: z.number(),
    longitude: z.number(),
  }),
  /** What a mail has besides its words. `html` is sanitised; its remote images are not loaded until somebody asks for them. */
  z.object({
    type: z.literal('mail'),
    from: z.string(),
    to: z.array(z.string()),
    cc: z.array(z.string()),
    quoted: z.string(),
    html: z.string().nullable(),
    /** As the receiving server judged it: pass, fail, none … */
    authentication: z.object({ spf: z.string(), dkim: z.string(), dmarc: z.string() }).nullable(),
    /** Pictures of the HTML that came along: what it calls them, and which file they are. */
    inline: z.array(z.object({ contentId: z.string(), name: z.string() })).optional(),
    /** No machine answers it: a list, a bulk mailing, a sender that asks for no answer. */
    noAnswer: z.boolean().optional(),
    /** What is odd about its headers, by name: an answer is to go elsewhere, it has no date … */
    oddities: z.array(z.string()).optional(),
  }),
  /** What a mail of ours is headed, where that is not the conversation's subject. */
  z.object({ type: z.literal('subject'), text: z.string() }),
  /** A post in public that a mention or reply belongs to. */
  z.object({ type: z.literal('post'), url: z.string(), author: z.string(), text: z.string() }),
]);
export type Block = z.infer<typeof block>;

/**
 * held: an agent's message that can still be taken back · sent: on its way out · delivered: it reached the other side's device or mailbox ·
 * seen: the other side read it · withdrawn: taken back; ours in time, so that the customer never saw it, theirs on their platform ·
 * failed: could not be delivered, see `failure`.
 */
export const delivery = z.enum(['held', 'sent', 'delivered', 'seen', 'withdrawn', 'failed']);

/** Whom a note names, and where in its text the name stands, the @ with it (UTF-16 units). */
export const mention = z.object({
  kind: z.enum(['agent', 'team']),
  id: z.union([id('agt'), id('tem')]),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
});
export type Mention = z.infer<typeof mention>;

export const message = z.object({
  id: id('msg'),
  conversationId: id('cnv'),
  /** Order within the conversation, rising, with gaps allowed. */
  seq: z.number().int(),
  kind: z.enum(['message', 'note']),
  author,
  text: z.string(),
  /** Of notes only. */
  mentions: z.array(mention),
  blocks: z.array(block),
  attachments: z.array(attachment),
  channel: z.string(),
  at: time,
  delivery,
  heldUntil: time.nullable(),
  /** Held until somebody else has approved it (GET /api/conversations/:id/approvals). */
  awaitsApproval: z.boolean(),
  /** Set while it is held for a time its author chose; `unlessReply`: the customer's word takes it back. */
  scheduled: z.object({ unlessReply: z.boolean() }).nullable(),
  failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
  /** How it was found to belong here (an e-mail's token, references, a guess); null where there is nothing to say. */
  joinedBy: z.string().nullable(),
  /** The sender's own id of this message (idempotency key). */
  externalId: z.string().nullable(),
});
export type Message = z.infer<typeof message>;

/** Why the bot did what it did. The first six are what retrieval found, the others what the customer did; flow: a step of a flow. */
export const botReason = z.enum([
  'sure',
  'several_possible',
  'not_sure',
  'outside_knowledge',
  'no_words',
  'nothing_found',
  'person_words',
  'person_button',
  'angry',
  'greeting',
  'file_only',
  'solved',
  'not_solved',
  'none_of_these',
  'chosen',
  'article_gone',
  'flow',
]);
export type BotReason = z.infer<typeof botReason>;

const probability = z.number().min(0).max(1);

/** What the bot did and why: kept for every customer message it looked at, shown to agents only. */
export const botStep = z.object({
  id: id('stp'),
  /** The bot message that came of it; null when it handed off without words. */
  messageId: id('msg').nullable(),
  at: time,
  query: z.string(),
  decision: z.enum(['answer', 'clarify', 'handoff', 'not_found', 'resolve', 'flow']),
  because: botReason,
  confidence: probability.nullable(),
  /** How probable it was that the first candidate is right, and that the matter is one of ours at all; null when nothing was looked for. */
  figures: z.object({ correct: probability, inScope: probability }).nullable(),
  /** `preferred`: it stands before one that fits as well, because it helped more lately. */
  candidates: z.array(z.object({ articleId: id('art'), title: z.string(), score: z.number(), preferred: z.literal(true).optional() })),
  /** What came of asking a language model: whose words were said, and how many of its sentences no article bore out. Absent when none was asked. */
  composed: z
    .object({
      from: z.enum(['model', 'extract']),
      model: z.string(),
      ms: z.number().int(),
      dropped: z.number().int(),
      outcome: modelOutcome,
    })
    .optional(),
});
export type BotStep = z.infer<typeof botStep>;

/** A fact shown as a thin line in the timeline, e.g. conversation.assigned. */
export const timelineFact = z.object({
  id: z.string(),
  name: z.string(),
  at: time,
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
  data: z.record(z.string(), z.unknown()),
});
export type TimelineFact = z.infer<typeof timelineFact>;
