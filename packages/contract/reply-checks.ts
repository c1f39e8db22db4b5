import { z } from 'zod';
import { id, idParam, limits, locale, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What is looked for in a reply before it goes out. */
export const checkRule = z.enum([
  'other_name',
  'other_order',
  'bare_name',
  'honorific',
  'keigo',
  'tone',
  'writing',
  'no_attachment',
  'unsendable_character',
  'company_word',
  'different_figure',
  'opposite_word',
  'left_blank',
  'other_language',
  'repeated_word',
]);
export type CheckRule = z.infer<typeof checkRule>;

/** `from` and `to`: the place in the text, in UTF-16 units, `to` not included. Equal ones mean the text as a whole. */
export const checkFinding = z.object({
  rule: checkRule,
  /** A `warning` is asked about before the reply goes out; a `hint` only stands below the text. */
  weight: z.enum(['warning', 'hint']),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  /** What stands there. */
  found: z.string(),
  /** What could stand there instead, ready to be put in; null when a person has to decide. */
  instead: z.string().nullable(),
  /** What it is held against: the customer's name, the figure in the article, the company's remark on the word. */
  against: z.string().nullable(),
});
export type CheckFinding = z.infer<typeof checkFinding>;

export const checkReply = endpoint('POST', '/api/conversations/:id/reply-check', {
  summary: 'Look a reply over before it is sent; writes nothing',
  params: idParam('cnv'),
  body: z.object({
    text: personText(limits.messageCharacters),
    attachments: z.number().int().min(0).max(100).default(0),
    /** The articles whose words are in it. */
    articleIds: z.array(id('art')).max(10).default([]),
    /** The inbox it goes out over: Japanese mail in ISO-2022-JP lacks some characters. */
    inboxId: id('ibx').optional(),
  }),
  response: z.object({ findings: z.array(checkFinding) }),
});

export const companyWord = z.object({
  id: id('cwd'),
  word: z.string(),
  /** What is to be said instead; empty when it is only not to be said. */
  instead: z.string(),
  /** Why, for the agent who meets it. */
  remark: z.string(),
  weight: z.enum(['warning', 'hint']),
  updatedAt: time,
});
export type CompanyWord = z.infer<typeof companyWord>;

const companyWordBody = z.object({
  word: personText(60).min(1),
  instead: personText(60),
  remark: personText(200),
  weight: z.enum(['warning', 'hint']),
});

export const replyCheckSettings = z.object({ off: z.array(checkRule), words: z.array(companyWord) });
export type ReplyCheckSettings = z.infer<typeof replyCheckSettings>;

export const getReplyChecks = endpoint('GET', '/api/reply-checks', {
  summary: 'What replies are looked over for: the rules that are off, the company’s own words',
  response: replyCheckSettings,
});

export const setReplyChecks = endpoint('PUT', '/api/reply-checks/off', {
  summary: 'Set which rules are off',
  body: z.object({ off: z.array(checkRule).max(checkRule.options.length) }),
  response: replyCheckSettings,
});

export const addCompanyWord = endpoint('POST', '/api/reply-checks/words', {
  summary: 'Add a word that is not to be said',
  body: companyWordBody,
  response: companyWord,
  status: 201,
});

export const changeCompanyWord = endpoint('PUT', '/api/reply-checks/words/:id', {
  summary: 'Change a word that is not to be said',
  params: idParam('cwd'),
  body: companyWordBody,
  response: companyWord,
});

export const removeCompanyWord = endpoint('DELETE', '/api/reply-checks/words/:id', {
  summary: 'Remove a word that is not to be said',
  params: idParam('cwd'),
});

/** A text of the settings screen's own, as a reply to a Japanese or English customer. */
export const tryReplyCheck = endpoint('POST', '/api/reply-checks/try', {
  summary: 'Look over a text as it would be as a reply to 佐藤 花子',
  body: z.object({ text: personText(limits.messageCharacters), locale }),
  response: z.object({ findings: z.array(checkFinding) }),
});
