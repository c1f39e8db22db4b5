import type { Selectable } from 'kysely';
import type { SideConversationsTable, SideMessagesTable } from './side-conversations.tables.ts';

export type SideRow = Selectable<SideConversationsTable>;
export type SideMessageRow = Selectable<SideMessagesTable>;
