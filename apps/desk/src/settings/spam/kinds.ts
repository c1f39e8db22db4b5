import type { SpamBlock } from '@madoguchi/contract/spam.ts';
import type { AdminKey } from '../../admin/admin-words.ts';

type Kind = SpamBlock['kind'];

/** What is blocked by hand, the usual first. The others are met in a conversation, and blocked there. */
export const TYPED_KINDS = ['email', 'domain', 'line', 'phone'] as const satisfies readonly Kind[];
export type TypedKind = (typeof TYPED_KINDS)[number];

export const kindWord = (kind: Kind): AdminKey => `spam.kind.${kind}` as const;
