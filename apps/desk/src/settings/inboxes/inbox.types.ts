import type { inbox } from '@madoguchi/contract/workspaces.ts';
import type { z } from 'zod';

export type Inbox = z.infer<typeof inbox>;
