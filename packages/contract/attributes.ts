import { z } from 'zod';
import { id, idParam, personText } from './common.ts';
import { endpoint } from './endpoint.ts';

export const attributeKind = z.enum(['text', 'long_text', 'number', 'date', 'choice', 'choices', 'yes_no', 'link']);
export type AttributeKind = z.infer<typeof attributeKind>;
/** Whose it is. Those of conversations are called fields. */
export const attributeSubject = z.enum(['customer', 'organization', 'conversation']);

/**
 * True when what it asks about is one of these: the channel by name, the inbox by id, the tags, or another attribute of the same subject (`key`)
 * by its kept value. Of customers and organizations only `attribute` can be asked.
 */
export const attributeCondition = z.object({
  on: z.enum(['channel', 'inbox', 'tag', 'attribute']),
  key: personText(50).default(''),
  oneOf: z.array(personText(200).min(1)).min(1).max(20),
});
export type AttributeCondition = z.infer<typeof attributeCondition>;

const conditions = z.array(attributeCondition).max(5);
/** What an attribute has besides its kind, each with nothing as its default. */
const details = {
  /** The label in English; empty: `label` stands there, too. */
  labelEn: personText(50),
  help: personText(300),
  helpEn: personText(300),
  /** A field of a conversation that must be filled in before an agent resolves it. */
  required: z.boolean(),
  /** Shown only when all of these are true; what is not shown is not required. */
  shownWhen: conditions,
  /** Required only when all of these are true. */
  requiredWhen: conditions,
};

/**
 * What the company wants to know of every customer, organization or conversation. Values are kept as text under `key`: 1200, 2026-11-22, yes,
 * https://…; of kind choices one a line.
 */
export const attributeDefinition = z.object({
  id: id('atd'),
  subject: attributeSubject,
  key: z.string(),
  label: z.string(),
  kind: attributeKind,
  /** Of kinds choice and choices; else empty. */
  choices: z.array(z.string()),
  ...details,
});
export type AttributeDefinition = z.infer<typeof attributeDefinition>;

export const listAttributes = endpoint('GET', '/api/attributes', {
  summary: 'The attributes of customers and organizations and the fields of conversations, in the order they are shown',
  response: z.object({ items: z.array(attributeDefinition) }),
});
/**
 * 409 attribute.taken when the subject has one of this name; 400 attribute.condition_refused for one that asks about itself, however far round, or
 * about none that is there. What agents wrote under the name before is its value from now on.
 */
export const createAttribute = endpoint('POST', '/api/attributes', {
  summary: 'Define an attribute',
  body: z.object({
    subject: attributeSubject,
    label: personText(50).min(1),
    kind: attributeKind,
    choices: z.array(personText(100).min(1)).max(50).default([]),
    labelEn: details.labelEn.default(''),
    help: details.help.default(''),
    helpEn: details.helpEn.default(''),
    required: details.required.default(false),
    shownWhen: conditions.default([]),
    requiredWhen: conditions.default([]),
  }),
  response: attributeDefinition,
  status: 201,
});
export const updateAttribute = endpoint('PATCH', '/api/attributes/:id', {
  summary: 'Change an attribute or its place; its kind stays',
  params: idParam('atd'),
  body: z.object({
    label: personText(50).min(1).optional(),
    choices: z.array(personText(100).min(1)).max(50).optional(),
    ...z.object(details).partial().shape,
    /** Which one it is, from 0, among those of its subject. */
    place: z.number().int().min(0).max(200).optional(),
  }),
  response: attributeDefinition,
});
export const deleteAttribute = endpoint('DELETE', '/api/attributes/:id', {
  summary: 'Remove the definition; values stay, as free text',
  params: idParam('atd'),
});
