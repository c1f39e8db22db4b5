import type { Locale } from '@madoguchi/contract/common.ts';
import type { Generated } from 'kysely';
import type { ArticleAudience, ArticleStatus } from './knowledge.types.ts';

declare module '../platform/db/tables.ts' {
  interface Tables {
    synonyms: SynonymsTable;
    articles: ArticlesTable;
    article_versions: ArticleVersionsTable;
    article_slugs: ArticleSlugsTable;
    article_categories: ArticleCategoriesTable;
    article_imports: ArticleImportsTable;
    article_check_reminders: ArticleCheckRemindersTable;
    article_files: ArticleFilesTable;
    article_file_uses: ArticleFileUsesTable;
    article_views: ArticleViewsTable;
    help_searches: HelpSearchesTable;
  }
}

export interface ArticlesTable {
  workspace_id: string;
  id: string;
  slug: string;
  status: Generated<ArticleStatus>;
  locale: Generated<Locale>;
  category: Generated<string>;
  question: string;
  answer: string;
  examples: Generated<string[]>;
  external_id: string | null;
  version: Generated<number>;
  helpful_yes: Generated<number>;
  helpful_no: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  updated_by: Generated<string>;
  published_at: Date | null;
  /** Since when it leads the FAQ. */
  pinned_at: Date | null;
  audience: Generated<ArticleAudience>;
  /** Whose customers it is for; null: those of every brand. */
  brand_ids: string[] | null;
  /** Since when a draft waits for somebody to look at it. */
  review_requested_at: Date | null;
  review_requested_by: string | null;
  publish_at: Date | null;
  archive_at: Date | null;
  owner_agent_id: string | null;
  check_every_days: number | null;
  check_due_at: Date | null;
  /** Of a translation: the version of the original that it says. */
  source_version: number | null;
}

/** Where a category of a language stands among the others. */
export interface ArticleCategoriesTable {
  workspace_id: string;
  locale: Locale;
  name: string;
  parent: string | null;
  position: number;
  updated_at: Generated<Date>;
}

/** Where published articles were found before. */
export interface ArticleSlugsTable {
  workspace_id: string;
  locale: Locale;
  slug: string;
  article_id: string;
}

export interface ArticleVersionsTable {
  workspace_id: string;
  article_id: string;
  version: number;
  question: string;
  answer: string;
  category: string;
  examples: string[];
  saved_by: string;
  saved_at: Generated<Date>;
}

export interface ArticleImportsTable {
  workspace_id: string;
  id: string;
  file_name: string;
  rows: unknown;
  created_by: string;
  created_at: Generated<Date>;
  applied_at: Date | null;
  result: unknown;
}

export interface SynonymsTable {
  workspace_id: string;
  id: string;
  words: string[];
  folded: string[];
  created_at: Date;
  updated_at: Date;
}

/** What the help center's readers did with an article on one day (UTC). */
export interface ArticleViewsTable {
  workspace_id: string;
  article_id: string;
  /** YYYY-MM-DD; only written and compared. */
  day: string;
  views: Generated<number>;
  from_search: Generated<number>;
  helpful_yes: Generated<number>;
  helpful_no: Generated<number>;
}

export interface HelpSearchesTable {
  workspace_id: string;
  /** Folded. */
  query: string;
  locale: Locale;
  /** YYYY-MM-DD; only written and compared. */
  day: string;
  count: number;
  hits: number;
  last_at: Date;
}

export interface ArticleFilesTable {
  workspace_id: string;
  id: string;
  name: string;
  /** MIME type, of the content. */
  type: string;
  size_in_bytes: number;
  uploaded_by: string;
  created_at: Generated<Date>;
}

/** Which articles show which files; PostgreSQL keeps it by the answers. */
export interface ArticleFileUsesTable {
  workspace_id: string;
  file_id: string;
  article_id: string;
}

export interface ArticleCheckRemindersTable {
  workspace_id: string;
  article_id: string;
  due_at: Date;
  agent_id: string;
  reminded_at: Date;
}
