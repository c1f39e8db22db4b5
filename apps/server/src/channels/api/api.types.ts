import { personText } from '@madoguchi/contract/common.ts';
import { z } from 'zod';

const name = personText(200);
const id = personText(200).min(1);
const time = z.iso.datetime({ offset: true });

const apiMessage = z.object({
  /** The sender's own id of the message: the same one again is the same message. */
  id,
  from: z.object({ id, name: name.optional(), locale: z.enum(['ja', 'en']).optional() }),
  text: personText(20_000),
  /** Fetched over https from the public internet. */
  files: z
    .array(z.object({ name: name.min(1), url: z.url({ protocol: /^https$/ }).max(2000) }))
    .max(20)
    .optional(),
  at: time.optional(),
  subject: name.optional(),
  /** `data` of a choice that we offered and the person pressed. */
  pressed: personText(100).optional(),
});

const receipt = z.object({
  /** `id` of a message that we posted. */
  id,
  state: z.enum(['delivered', 'seen', 'failed']),
  detail: personText(500).optional(),
  at: time.optional(),
});

/** What another system posts: messages of its people, and what became of ours. */
export const apiPost = z
  .object({ messages: z.array(apiMessage).max(100).optional(), receipts: z.array(receipt).max(100).optional() })
  .refine((post) => post.messages !== undefined || post.receipts !== undefined, { error: 'messages or receipts is missing' });

export type ApiMessage = z.infer<typeof apiMessage>;
export type ApiReceipt = z.infer<typeof receipt>;

/** What is posted to the other system: one message of ours. */
export type ApiReply = {
  /** Stable over every try, and what receipts name. */
  id: string;
  /** `from.id` of the person. */
  to: string;
  text: string;
  author: { kind: 'agent' | 'bot' | 'system'; name: string };
  choices: { label: string; data: string }[];
  quote: { title: string; url: string | null; text: string } | null;
  /** `url` is good for a day; null when this installation has no public address. */
  files: { name: string; type: string; sizeInBytes: number; url: string | null }[];
  conversation: { number: number };
};
