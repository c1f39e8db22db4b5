import { z } from 'zod';

/** Opaque, prefixed id such as `cnv_01k…`; the prefix names the noun. */
export const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`), `${prefix}_…`);
export const idParam = (prefix: string) => z.object({ id: id(prefix) });

/** Times cross the wire as UTC ISO 8601. */
export const time = z.iso.datetime();

export const locale = z.enum(['ja', 'en']);
export type Locale = z.infer<typeof locale>;

/** Text a person typed: no lone surrogates or NUL (PostgreSQL cannot hold them), at most `max` characters. */
export const personText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'text.malformed');

export const limits = {
  messageCharacters: 20_000,
  attachmentBytes: 10 * 1024 * 1024,
  attachmentsPerMessage: 5,
  undoSendSeconds: 30,
} as const;

/** RFC 9457 problem: `code` is the stable name that screens turn into words. Extra members depend on the code. */
export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  /** For code `request.invalid`: where and why. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** Keyset page: hand `nextCursor` back to get the next one; null on the last. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const attachment = z.object({
  id: id('att'),
  name: z.string(),
  type: z.string(),
  sizeInBytes: z.number().int(),
  /** Relative, signed and short-lived. */
  url: z.string(),
});
export type Attachment = z.infer<typeof attachment>;
