import type { Portal } from '../../../portal/src/portal.types.ts';
import type { VisitorTokens } from '../channels/chat/chat.types.ts';
import type { Platform } from '../platform/ctx.ts';
import type { FileLinks } from '../platform/files/links.ts';
import type { FindSite } from './portal.site.ts';

/** What every page is made with. */
export type PortalParts = { platform: Platform; pages: () => Promise<Portal>; findSite: FindSite; tokens: VisitorTokens; links: FileLinks };

/** Pages are for everybody, and no part of the API. */
export const open = { config: { permit: 'public' }, schema: { hide: true } };
