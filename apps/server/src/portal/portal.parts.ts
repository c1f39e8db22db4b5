import type { ArticleLink, ArticleSummary } from '../../../portal/src/models.ts';
import type { Portal } from '../../../portal/src/portal.types.ts';
import type { VisitorTokens } from '../channels/chat/chat.types.ts';
import type { KnowledgeSearch, PublishedArticle } from '../knowledge/knowledge.types.ts';
import type { Suggestions } from '../knowledge/suggest/suggest.types.ts';
import type { Platform } from '../platform/ctx.ts';
import type { FileLinks } from '../platform/files/links.ts';
import type { SurveyLinks } from '../surveys/surveys.types.ts';
import type { FrequentQuestions } from './frequent.ts';
import type { FindSite } from './portal.site.ts';
import type { SharedPages } from './shared-pages.ts';
import type { Tally } from './tally.ts';

/** What every page is made with. */
export type PortalParts = {
  platform: Platform;
  pages: () => Promise<Portal>;
  findSite: FindSite;
  tokens: VisitorTokens;
  links: FileLinks;
  surveyLinks: SurveyLinks;
  search: KnowledgeSearch;
  suggestions: Suggestions;
  frequent: FrequentQuestions;
  tally: Tally;
  share: SharedPages;
};

/** Pages are for everybody, and no part of the API. */
export const open = { config: { permit: 'public' }, schema: { hide: true } };

export const toLink = ({ slug, question }: PublishedArticle): ArticleLink => ({ slug, question });
export const toSummary = ({ slug, question, category, answer }: PublishedArticle): ArticleSummary => ({ slug, question, category, answer });

/** An address at which there is nothing; told by the page of answerInPages. */
export const noSuchPage = (): Error => Object.assign(new Error('no such page'), { statusCode: 404 });
