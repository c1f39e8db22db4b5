import { z } from 'zod';
import { id, idParam, personText } from './common.ts';
import { endpoint } from './endpoint.ts';

export const attributeKind = z.enum(['text', 'number', 'date', 'choice', 'yes_no', 'link']);
export type AttributeKind = z.infer<typeof attributeKind>;
export const attributeSubject = z.enum(['customer', 'organization']);

/** What the company wants to know of every customer or organization. Values are kept as text under `key`: 1200, 2026-11-22, yes, https://… */
export const attributeDefinition = z.object({
  id: id('atd'),
  subject: attributeSubject,
  key: z.string(),
  label: z.string(),
  kind: attributeKind,
  /** Of kind choice; else empty. */
  choices: z.array(z.string()),
});
export type AttributeDefinition = z.infer<typeof attributeDefinition>;

export const listAttributes = endpoint('GET', '/api/attributes', {
  summary: 'The attributes of customers and organizations, in the order they are shown',
  response: z.object({ items: z.array(attributeDefinition) }),
});
/** 409 attribute.taken when the subject has one of this name. What agents wrote under the name before is its value from now on. */
export const createAttribute = endpoint('POST', '/api/attributes', {
  summary: 'Define an attribute',
  body: z.object({
    subject: attributeSubject,
    label: personText(50).min(1),
    kind: attributeKind,
    choices: z.array(personText(100).min(1)).max(50).default([]),
  }),
  response: attributeDefinition,
  status: 201,
});
export const updateAttribute = endpoint('PATCH', '/api/attributes/:id', {
  summary: 'Rename an attribute, change its choices or its place; its kind stays',
  params: idParam('atd'),
  body: z.object({
    label: personText(50).min(1).optional(),
    choices: z.array(personText(100).min(1)).max(50).optional(),
    /** Which one it is, from 0, among those of its subject. */
    place: z.number().int().min(0).max(200).optional(),
  }),
  response: attributeDefinition,
});
export const deleteAttribute = endpoint('DELETE', '/api/attributes/:id', {
  summary: 'Remove the definition; values stay, as free text',
  params: idParam('atd'),
});
