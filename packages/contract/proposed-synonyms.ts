import { z } from 'zod';
import { id, personText } from './common.ts';
import { endpoint } from './endpoint.ts';
import { synonymGroup } from './knowledge.ts';

/** A conversation in which a word of the customer's led nowhere, and the article that then answered. */
export const proposalEvidence = z.object({
  conversationId: id('cnv'),
  /** What the bot could not answer; at most 300 characters. */
  asked: z.string(),
  /** What the customer asked then; null when an agent answered the same question. */
  rephrased: z.string().nullable(),
  article: z.object({ id: id('art'), question: z.string() }),
  /** solved: the customer said that the article helped · agent: an agent replied with it. */
  by: z.enum(['solved', 'agent']),
});
export const synonymProposal = z.object({
  /** The customers' word, which no article has. */
  asked: z.string(),
  /** The word of the articles. */
  written: z.string(),
  /** In how many conversations; two or more. */
  count: z.number().int(),
  /** Newest first, at most 5. */
  evidence: z.array(proposalEvidence),
});
export type SynonymProposal = z.infer<typeof synonymProposal>;

const pair = z.object({ asked: personText(60).min(1), written: personText(60).min(1) });

export const listSynonymProposals = endpoint('GET', '/api/synonym-proposals', {
  summary: 'Words that customers use and no article does, with the word that led them on; most frequent first, at most 50',
  response: z.object({ items: z.array(synonymProposal) }),
});
/** Joins the group that has one of the words, or makes a new one. 409 synonym.word_taken when each stands in a group of its own. */
export const acceptSynonymProposal = endpoint('POST', '/api/synonym-proposals/accept', {
  summary: 'Take a proposed pair of words as synonyms',
  body: pair,
  response: synonymGroup,
});
export const ignoreSynonymProposal = endpoint('POST', '/api/synonym-proposals/ignore', {
  summary: 'Never propose a pair of words again',
  body: pair,
});
