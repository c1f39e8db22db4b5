import { z } from 'zod';
import { partsOf } from './canned-text.ts';
import { attachment, id, idParam, limits, locale, personText } from './common.ts';
import { endpoint } from './endpoint.ts';
import { owned, ownership } from './text-folders.ts';

/** A text with variables, conditions and blanks that are asked for: see canned-text.ts. */
export const cannedText = (max: number) =>
  personText(max)
    .min(1)
    .refine((text) => partsOf(text) !== null, 'text.condition');

export const cannedResponse = z.object({
  id: id('can'),
  shortcut: z.string(),
  title: z.string(),
  text: z.string(),
  locale,
  ...owned,
  /** Go out with it. */
  files: z.array(attachment),
});
export type CannedResponse = z.infer<typeof cannedResponse>;

export const cannedBody = z.object({
  shortcut: personText(40).min(1),
  title: personText(100).min(1),
  text: cannedText(5000),
  locale,
  ...ownership,
  /** Its own files that stay, and such as the agent has uploaded. */
  fileIds: z.array(id('att')).max(limits.attachmentsPerMessage).default([]),
});

export const listCannedResponses = endpoint('GET', '/api/canned-responses', {
  summary: 'Canned responses the agent may use: shared ones, those of their teams and their own',
  response: z.object({ items: z.array(cannedResponse) }),
});
export const listAllCannedResponses = endpoint('GET', '/api/canned-responses/all', {
  summary: 'Canned responses to look after: shared ones, those of every team and one’s own; private ones of others are told to nobody',
  response: z.object({ items: z.array(cannedResponse) }),
});
export const createCannedResponse = endpoint('POST', '/api/canned-responses', {
  summary: 'Add a canned response',
  body: cannedBody,
  response: cannedResponse,
  status: 201,
});
export const updateCannedResponse = endpoint('PUT', '/api/canned-responses/:id', {
  summary: 'Change a canned response',
  params: idParam('can'),
  body: cannedBody,
  response: cannedResponse,
});
export const deleteCannedResponse = endpoint('DELETE', '/api/canned-responses/:id', {
  summary: 'Remove a canned response',
  params: idParam('can'),
});

const own = cannedBody.omit({ owner: true, teamId: true });
export const createOwnCannedResponse = endpoint('POST', '/api/own-canned-responses', {
  summary: 'Add a canned response that only the agent sees',
  body: own,
  response: cannedResponse,
  status: 201,
});
export const updateOwnCannedResponse = endpoint('PUT', '/api/own-canned-responses/:id', {
  summary: 'Change one of one’s own',
  params: idParam('can'),
  body: own,
  response: cannedResponse,
});
export const deleteOwnCannedResponse = endpoint('DELETE', '/api/own-canned-responses/:id', {
  summary: 'Remove one of one’s own',
  params: idParam('can'),
});

/** How often one was put into a reply lately, in how many conversations, and how many of those were resolved after it and not reopened. */
export const cannedUse = z.object({
  id: id('can'),
  used: z.number().int(),
  conversations: z.number().int(),
  solved: z.number().int(),
  lastUsedAt: z.iso.datetime(),
});
export type CannedUse = z.infer<typeof cannedUse>;
export const cannedUsage = endpoint('GET', '/api/canned-responses/usage', {
  summary: 'How often canned responses were used in the last 90 days, and how often that solved it',
  response: z.object({ items: z.array(cannedUse) }),
});

/** What texts can say of a conversation and what their conditions ask of it: `textFor` and `fillBlanks` take it from here. */
export const textValues = endpoint('GET', '/api/conversations/:id/text-values', {
  summary: 'The values of variables for a conversation, and its situation',
  params: idParam('cnv'),
  response: z.object({
    situation: z.object({
      channel: z.string(),
      language: z.string(),
      hours: z.enum(['open', 'closed']),
      attributes: z.record(z.string(), z.string()),
    }),
    values: z.record(z.string(), z.string()),
  }),
});
export const useCannedResponse = endpoint('POST', '/api/conversations/:id/canned-uses', {
  summary: 'Say that a canned response was put into a reply; its files are there to go out with it',
  params: idParam('cnv'),
  body: z.object({ cannedId: id('can') }),
  response: z.object({ files: z.array(attachment) }),
});
export const suggestCannedResponses = endpoint('GET', '/api/conversations/:id/canned-suggestions', {
  summary: 'Up to three canned responses that fit what the customer said last, the best first',
  params: idParam('cnv'),
  response: z.object({ ids: z.array(id('can')) }),
});
