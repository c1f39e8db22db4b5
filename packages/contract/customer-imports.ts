import { z } from 'zod';
import { id, idParam } from './common.ts';
import { endpoint } from './endpoint.ts';

const PLAIN_FIELDS = [
  'externalId',
  'email',
  'phone',
  'name',
  'reading',
  'organization',
  'tags',
  'postalCode',
  'prefecture',
  'city',
  'street',
  'building',
  'addressLine',
] as const;

/** What a column is: a field of a customer, or an attribute by its key. */
export const importField = z.union([z.enum(PLAIN_FIELDS), z.templateLiteral(['attribute:', z.string().min(1).max(50)])]);
export type ImportField = z.infer<typeof importField>;
/** By position; null: the column is left out. */
export const importMapping = z.array(importField.nullable()).max(100);
export type ImportMapping = z.infer<typeof importMapping>;

/**
 * row.no_key: neither number nor e-mail · row.repeated: a line before is about the same person · row.conflict: number and e-mail are two people's ·
 * row.attribute: a value is not of its attribute’s kind.
 */
export const importProblem = z.object({
  line: z.number().int(),
  code: z.enum(['row.no_key', 'row.email', 'row.phone', 'row.repeated', 'row.conflict', 'row.attribute']),
  text: z.string(),
});
export const importPlan = z.object({
  created: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** The first 200 of them. */
  problems: z.array(importProblem),
  problemCount: z.number().int(),
});
export type ImportPlan = z.infer<typeof importPlan>;

const read = z.object({
  id: id('cim'),
  fileName: z.string(),
  encoding: z.string(),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  rowCount: z.number().int(),
  mapping: importMapping,
  plan: importPlan,
});
export type CustomerImport = z.infer<typeof read>;

/** 413 file.too_large · 422 file.empty, file.quote_open, file.unreadable, file.too_many_rows. Nothing is taken in yet. */
export const readCustomerImport = endpoint('POST', '/api/customer-imports', {
  summary: 'Read a list of customers (CSV, TSV; UTF-8 or Shift_JIS) and say what it would change',
  upload: true,
  response: read,
  status: 201,
});
export const planCustomerImport = endpoint('POST', '/api/customer-imports/:id/plan', {
  summary: 'What the list would change, with its columns read so',
  params: idParam('cim'),
  body: z.object({ mapping: importMapping }),
  response: importPlan,
});
/** The same list again changes nothing. 409 import.over when it was taken in, or is a day old. */
export const applyCustomerImport = endpoint('POST', '/api/customer-imports/:id/apply', {
  summary: 'Take the list in',
  params: idParam('cim'),
  body: z.object({ mapping: importMapping }),
  response: importPlan,
});
