import type {
  ArticleModel,
  CategoryModel,
  ContactFormModel,
  ErrorModel,
  FaqModel,
  FeedModel,
  FormReceivedModel,
  HomeModel,
  InquiryModel,
  NotFoundModel,
  SearchModel,
  SitemapModel,
  SurveyModel,
} from './models.ts';

/** What the built file (dist/portal.js) exports: each takes a model and gives complete HTML. Pure: no clock, no I/O. */
export type Portal = {
  renderHome(model: HomeModel): string;
  renderFaq(model: FaqModel): string;
  renderSearch(model: SearchModel): string;
  renderCategory(model: CategoryModel): string;
  renderArticle(model: ArticleModel): string;
  renderContactForm(model: ContactFormModel): string;
  renderFormReceived(model: FormReceivedModel): string;
  renderInquiry(model: InquiryModel): string;
  renderSurvey(model: SurveyModel): string;
  renderNotFound(model: NotFoundModel): string;
  renderError(model: ErrorModel): string;
  /** Atom (RFC 4287). */
  renderFeed(model: FeedModel): string;
  /** Sitemap protocol 0.9, with the languages of each page. */
  renderSitemap(model: SitemapModel): string;
  /** Markdown of any origin → HTML that is safe to place in a page. Headings begin at h2. */
  renderMarkdown(markdown: string): string;
  /** The words of a Markdown text, a line for each block; not escaped. */
  markdownToText(markdown: string): string;
};
