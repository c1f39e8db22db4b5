import { z } from 'zod';
import { id, idParam, page, personText, time } from './common.ts';
import { conversation } from './conversations.ts';
import { identity } from './customers.ts';
import { endpoint } from './endpoint.ts';

/** A domain with all below it, or an identity of one kind. */
export const blockKind = z.union([z.literal('domain'), identity.shape.kind]);

/** An entry of the block list. What comes from it is kept as spam: no bot, no acknowledgment, no word to anybody. */
export const spamBlock = z.object({
  id: id('blk'),
  kind: blockKind,
  value: z.string(),
  because: z.string(),
  /** Who put it there. */
  by: z.object({ id: z.string().nullable(), name: z.string() }),
  at: time,
  /** Conversations that became spam by it, and when the last one did. */
  hits: z.number().int(),
  lastHitAt: time.nullable(),
});
export type SpamBlock = z.infer<typeof spamBlock>;

export const listSpamBlocks = endpoint('GET', '/api/spam/blocks', {
  summary: 'The block list, latest first',
  query: z.object({
    q: z.string().max(200).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: page(spamBlock),
});

/** 400 block.invalid · 409 block.own, block.everybody (a domain at which everybody has an address), block.too_many. */
export const addSpamBlock = endpoint('POST', '/api/spam/blocks', {
  summary: 'Block an address, a domain or another identity; what is open from it becomes spam. The same again is the entry that is there',
  body: z.object({ kind: blockKind, value: personText(300), because: personText(200).default('') }),
  /** `moved`: open conversations that became spam. */
  response: z.object({ block: spamBlock, moved: z.number().int() }),
  status: 201,
});

export const removeSpamBlock = endpoint('DELETE', '/api/spam/blocks/:id', {
  summary: 'Take an entry off the block list',
  params: idParam('blk'),
  /** `release`: what became spam by it is none any more, as if it had never been there. */
  query: z.object({ release: z.enum(['yes', 'no']).default('no') }),
});

/** The learned filter. It acts once it knows `needed` conversations of either kind, and on a score that is measured to be safe. */
export const spamFilter = z.object({
  on: z.boolean(),
  learned: z.object({ spam: z.number().int(), ham: z.number().int() }),
  needed: z.number().int(),
  /** What it did: conversations it took for spam, and those of them that a person put back. */
  caught: z.number().int(),
  wrong: z.number().int(),
  /**
   * How it would have judged each of the latest it learned from, had it not known that one; null before it knows enough. It acts on scores from
   * `threshold` on, which is above 1 when it cannot tell them apart well enough to act at all.
   */
  measured: z
    .object({ spam: z.number().int(), ham: z.number().int(), caught: z.number().int(), wrong: z.number().int(), threshold: z.number() })
    .nullable(),
});
export type SpamFilter = z.infer<typeof spamFilter>;

export const getSpamFilter = endpoint('GET', '/api/spam/filter', {
  summary: 'What the spam filter has learned, and how well it does',
  response: spamFilter,
});

export const switchSpamFilter = endpoint('PUT', '/api/spam/filter', {
  summary: 'Switch the spam filter on or off; what it learned stays',
  body: z.object({ on: z.boolean() }),
  response: spamFilter,
});

/** 409 block.no_sender, block.own when the sender cannot be blocked. */
export const setConversationSpam = endpoint('PUT', '/api/conversations/:id/spam', {
  summary: 'Say that a conversation is spam, or that it is none',
  params: idParam('cnv'),
  body: z.object({
    spam: z.boolean(),
    /** With spam: blocks its sender as well. Without: takes the entries off that are about its sender alone. */
    sender: z.boolean().default(false),
  }),
  response: conversation,
});
