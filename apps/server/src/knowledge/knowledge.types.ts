import type { Locale } from '@madoguchi/contract/common.ts';
import type { Article } from '@madoguchi/contract/knowledge.ts';
import type { Selectable } from 'kysely';
import type { ArticlesTable } from './knowledge.tables.ts';
import type { SearchIndex, SearchResult } from './search/search.types.ts';

export type ArticleStatus = Article['status'];
/** Whom an article is for: everybody, or only the people who answer here. */
export type ArticleAudience = Article['audience'];

/** What an editor writes; everything else about an article is bookkeeping. */
export type ArticleContent = {
  question: string;
  /** Markdown. */
  answer: string;
  category: string;
  /** Other ways customers ask the same. */
  examples: string[];
  locale: Locale;
};

/**
 * For whom articles are read. `brandId`: the customers of one brand ('' of one that has no articles by name); null: whoever looks after
 * all of them, whatever the brand. `base`: where their help center is, a path on this server or an address.
 */
export type Readers = { workspaceId: string; brandId: string | null; base: string };

export type StoredArticle = Selectable<ArticlesTable>;

/** An article as customers may read it, with its address in the help center. */
export type PublishedArticle = ArticleContent & {
  id: string;
  slug: string;
  /** In the help center of whoever reads: a path on this server or an address. */
  url: string;
  /** Whose customers it is for; null: those of every brand. */
  brandIds: readonly string[] | null;
  version: number;
  publishedAt: Date;
  updatedAt: Date;
};

type Asked = Pick<SearchIndex, 'search'>;

/** Articles written anew or taken back, and the company's synonyms as they would be (null: as they are). Answers are Markdown. */
export type TrialChange = {
  put: (Omit<ArticleContent, 'locale'> & { id: string })[];
  remove: string[];
  synonyms: readonly (readonly string[])[] | null;
};

export type AskOptions = { limit: number; byMeaning?: boolean; brandId?: string | null };

export type KnowledgeSearch = {
  /**
   * The published articles that answer a question best: ids (look the articles up, one may have been taken back just now), scores,
   * and what they are worth. The first search of a workspace waits for its index. Rejects when the database or the tokenizer is away.
   * `byMeaning`: asks the embedding model as well, if one is on. That takes as long as its time limit allows and costs something, so it
   * is for customers' questions, not for what people type letter by letter; never to be awaited in a transaction.
   * `brandId`: as if there were only the articles for that brand's customers; null or left out: all of them.
   */
  search: (workspaceId: string, question: string, options: AskOptions) => Promise<SearchResult>;
  /** How the company's knowledge answers as it is, and how it would with a change; nothing is changed. */
  trial: (workspaceId: string, change: TrialChange) => Promise<{ before: Asked; after: Asked }>;
  /** Builds a workspace's index before anybody asks. */
  warm: (workspaceId: string) => Promise<void>;
  close: () => Promise<void>;
};
