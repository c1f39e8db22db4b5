import type { Platform } from '../../platform/ctx.ts';
import type { Logger } from '../../platform/log/log.ts';
import type { SingleSafe } from '../single-sign-on/single-sign-on.types.ts';
import type { Access } from './access.ts';
import type { Accounts } from './accounts.ts';

/** What signing in and out needs, by whichever way. `publicUrl`: where browsers find this installation; null: where they just asked. */
export type SignInDeps = {
  platform: Platform;
  accounts: Accounts;
  access: Access;
  publicUrl: string | null;
  single: SingleSafe;
  log: Pick<Logger, 'warn'>;
};
