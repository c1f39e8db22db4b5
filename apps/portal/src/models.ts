// What the pages are made from: plain data that the server has looked up. Nothing here is HTML, save where it says Markdown.
import type { ChatMessage, ChatSession } from '@madoguchi/contract/chat.ts';
import type { Locale } from '@madoguchi/contract/common.ts';
import type { Status } from '@madoguchi/contract/conversations.ts';

/** A moment, as a Date or as UTC ISO 8601. */
export type Moment = Date | string;

export type PortalWorkspace = {
  name: string;
  /** #rrggbb */
  color: string;
  /** The brand's; `url` is a path. Null without one. */
  logo: { url: string; width: number; height: number } | null;
  /** How soon agents usually reply in business hours. */
  replyMinutes: number;
  /** Whether people answer now, and when they next will; times are shown in its time zone. */
  hours: ChatSession['hours'];
};

/** What every page needs. */
export type PageModel = {
  workspace: PortalWorkspace;
  locale: Locale;
  /** Scheme and host as the reader sees them, without a slash at the end: https://help.example.jp */
  origin: string;
  /** Where the help center lives, without a slash at the end: /help */
  base: string;
  now: Moment;
  /** Where dist/portal.css and dist/enhance.js are served. */
  assets: { styles: string; script: string };
  /** The script tag to place, or null when the messenger does not run here. */
  messenger: { src: string; inboxKey: string } | null;
  /** Whether an inbox takes inquiries from the contact form. */
  formOpen: boolean;
};

export type ArticleLink = { slug: string; question: string };
/** `answer` is Markdown; its beginning, or the place that matches, is shown below the question. */
export type ArticleSummary = ArticleLink & { category: string; answer: string };
/** '' is the name of the category of articles that have none. */
export type CategoryCount = {
  name: string;
  count: number;
  /** The category beneath which it stands; each comes after its parent. */
  parent: string | null;
};

export type HomeModel = PageModel & { popular: readonly ArticleLink[]; categories: readonly CategoryCount[] };

export type SearchModel = PageModel & {
  q: string;
  /** Best first. */
  results: readonly ArticleSummary[];
  /** Shown when nothing was asked or nothing was found. */
  popular: readonly ArticleLink[];
  categories: readonly CategoryCount[];
};

export type CategoryModel = PageModel & {
  name: string;
  articles: readonly ArticleSummary[];
  categories: readonly CategoryCount[];
  /** The category of the other language with the same articles; null where there is none. */
  otherLanguageName: string | null;
};

/** Most frequent first, the groups as well as the articles of each; pinned ones before all others. */
export type FaqModel = PageModel & { groups: readonly { name: string; articles: readonly ArticleSummary[] }[] };

/** What feed readers get: the articles published last. */
export type FeedModel = Pick<PageModel, 'locale' | 'origin' | 'base'> & {
  workspace: Pick<PortalWorkspace, 'name'>;
  articles: readonly (ArticleSummary & { id: string; publishedAt: Moment; updatedAt: Moment })[];
};

/** What search engines get: every page that is for them. */
export type SitemapModel = Pick<PageModel, 'origin' | 'base'> & {
  articles: readonly { locale: Locale; slug: string; category: string; updatedAt: Moment }[];
};

export type ArticleModel = PageModel & {
  article: ArticleSummary & { publishedAt: Moment; updatedAt: Moment };
  /** The categories above it from the top, its own the last. */
  categoryPath: readonly string[];
  related: readonly ArticleLink[];
  /** The slug of this article in the other language; null where it has none. */
  otherLanguageSlug: string | null;
  /** What the reader has just answered to "was this helpful", else null. */
  feedback: 'yes' | 'no' | null;
};

export type FormField = 'name' | 'email' | 'subject' | 'text';
/** Why a field was not taken. */
export type FormFault = 'missing' | 'too_long' | 'malformed';
/** Why the whole form was not taken: too often in a short time · no inbox takes forms now · something on our side. */
export type FormRefusal = 'too_many' | 'closed' | 'failed';

/** Posts name, email, subject, text, website (must stay empty) and externalId to its own address. */
export type ContactFormModel = PageModel & {
  /** For an iframe on another site: no header, no footer. */
  embedded: boolean;
  /** What was typed, kept whole. */
  values: Readonly<Record<FormField, string>>;
  errors: Readonly<Partial<Record<FormField, FormFault>>>;
  refusal: FormRefusal | null;
  /** The same for every try of one inquiry, so that sending twice is the same write. */
  externalId: string;
};

export type FormReceivedModel = PageModel & {
  embedded: boolean;
  number: number;
  /** Path of the customer's own page for this inquiry. */
  inquiryUrl: string;
};

/** The customer's own page for one inquiry. Posts text and externalId to its own address. */
export type InquiryModel = PageModel & {
  /** Path of this page. */
  path: string;
  number: number;
  subject: string;
  status: Status;
  agentActed: boolean;
  /** Oldest first. */
  messages: readonly ChatMessage[];
  /** False once nothing more can be said here. */
  canReply: boolean;
  reply: { text: string; error: FormFault | FormRefusal | null; externalId: string };
  /** A reply has just been taken. */
  sent: boolean;
};

/** Whether the customer was content, asked on a page of their own. Posts rating, comment and externalId to its own address; opening it rates nothing. */
export type SurveyModel = PageModel & {
  /** Path of this page. */
  path: string;
  number: number;
  question: string;
  thanks: string;
  /** The best first. */
  choices: readonly { rating: number; face: string; label: string }[];
  /** Chosen already, or by the link that led here. */
  chosen: number | null;
  comment: string;
  asksComment: boolean;
  /** form: to be answered · thanked: it was just taken, and can still be changed · over: the time for it has passed. */
  state: 'form' | 'thanked' | 'over';
  error: 'missing' | 'too_many' | 'failed' | null;
  externalId: string;
};

export type NotFoundModel = PageModel & { popular: readonly ArticleLink[]; categories: readonly CategoryCount[] };

/** Works without a workspace, because not being able to read it may be the error. */
export type ErrorModel = Omit<PageModel, 'workspace'> & {
  workspace: PortalWorkspace | null;
  /** 429 asks to wait; others say that the fault is ours. */
  status: number;
  /** What to tell support so that the error can be found; null where there is none. */
  reference: string | null;
};
