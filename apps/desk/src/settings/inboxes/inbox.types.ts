import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { listInboxes } from '@madoguchi/contract/workspaces.ts';

export type Inbox = OutputOf<typeof listInboxes>['items'][number];
