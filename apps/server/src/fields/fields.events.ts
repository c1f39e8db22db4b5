import { fact } from '../platform/event-log/fact.ts';

/** Past tense, never renamed. `value`: as it is kept, null when it was emptied; it goes when the person is erased, and so does the label. */
export const conversationFieldSet = fact('conversation.field_set', 1)<{ key: string; label: string; value: string | null }>();
