import { brandsOf } from '../../workspaces/brands/brands.queries.ts';
import { helpAddress } from '../../workspaces/brands/brands.rules.ts';
import type { SurveyLinks } from '../surveys.types.ts';
import type { AskDeps } from './ask.commands.ts';

/** The page of a survey in the help center of its inbox's brand; null without an address that mail and text messages can carry. */
export const pageAddress =
  (links: SurveyLinks, publicUrl: string | null): AskDeps['pageOf'] =>
  async (ctx, tx, { surveyId, inboxId, locale }) => {
    const help = helpAddress((await brandsOf(ctx, tx)).ofInbox(inboxId), publicUrl);
    const whole = /^https?:/.test(help) ? help : publicUrl && `${publicUrl}${help}`;
    return whole && `${whole}${locale === 'en' ? '/en' : ''}/surveys/${links.wordOf(ctx.viewer.workspaceId, surveyId)}`;
  };
