import type { Link } from './related.rules.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    conversation_links: ConversationLinksTable;
  }
}

/** related: one_id is the smaller · child: one_id is the child of other_id · duplicate: one_id asks the same as other_id. */
export interface ConversationLinksTable {
  workspace_id: string;
  id: string;
  one_id: string;
  other_id: string;
  kind: Link['kind'];
  linked_by: string;
  linked_at: Date;
}
