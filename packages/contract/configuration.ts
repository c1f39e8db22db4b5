import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** One file for each kind of setting, in the order in which they depend on one another. */
export const configurationKind = z.enum([
  'workspace',
  'brands',
  'teams',
  'roles',
  'inboxes',
  'single-sign-on',
  'calendars',
  'attributes',
  'segments',
  'skills',
  'queues',
  'routing',
  'text-folders',
  'canned-responses',
  'macros',
  'procedures',
  'approval-rules',
  'promises',
  'automation',
  'reply-checks',
  'company-words',
  'surveys',
  'flows',
  'synonyms',
  'article-categories',
  'models',
  'embeddings',
  'spam-filter',
  'notifications',
  'retention',
]);
export type ConfigurationKind = z.infer<typeof configurationKind>;

/** `teams.json` with JSON in it: one entry or a list of them, the same every time, one property a line. */
const file = z.object({ name: z.string().max(100), text: z.string().max(8_000_000) });
export type ConfigurationFile = z.infer<typeof file>;
const files = z.array(file).max(60);

/**
 * What people set up, never what happened: no customers, no conversations, no articles, no secrets, and of uploaded files only logos. Whatever
 * is meant elsewhere stands as @kind:name instead of an id.
 */
export const exportConfiguration = endpoint('GET', '/api/configuration/export', {
  summary: 'Every setting of the workspace as files that can be compared line by line',
  response: z.object({ files }),
});

/** Where something in a file does not fit. `line` counts from 1. */
export const configurationFault = z.object({
  file: z.string(),
  line: z.number().int(),
  /** The entry it is about, by kind and name; null when the file as a whole cannot be read. */
  entry: z.string().nullable(),
  /** unreadable · unknown_file · repeated · reference · invalid, or the code of the refusal by the room itself. */
  code: z.string(),
  /** What of it: a property, a name that nobody has. */
  detail: z.string(),
});
export type ConfigurationFault = z.infer<typeof configurationFault>;

export const configurationChange = z.object({
  /** Names it when it is applied: kind/name. */
  id: z.string(),
  kind: configurationKind,
  name: z.string(),
  change: z.enum(['added', 'changed', 'removed', 'moved']),
  /** As JSON, several lines where there is more to it; null: was not or will not be there. */
  fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** Of one that is to be removed: why it cannot be, by the code of the room's refusal; the others can be applied all the same. */
  refused: z.string().nullable(),
});
/** Kinds that come with a secret where the files are from, and have none here: it is to be typed in. */
const secrets = z.array(configurationKind);

export type ConfigurationChange = z.infer<typeof configurationChange>;

/** Kinds without a file stay as they are. Nothing is changed by this: it is tried, and taken back. */
export const previewConfiguration = endpoint('POST', '/api/configuration/preview', {
  summary: 'What would change if these files were imported, and what does not fit',
  body: z.object({ files }),
  response: z.object({ changes: z.array(configurationChange), faults: z.array(configurationFault), unchanged: z.number().int(), secrets }),
});
export type ConfigurationPreview = z.infer<(typeof previewConfiguration)['response']>;

/** 409 configuration.refused with member `faults` (as in the preview): then nothing was changed. */
export const importConfiguration = endpoint('POST', '/api/configuration/import', {
  summary: 'Import files: all that is named, or nothing',
  body: z.object({ files, ids: z.array(z.string().max(400)).max(5000) }),
  response: z.object({ added: z.number().int(), changed: z.number().int(), removed: z.number().int(), secrets }),
});
