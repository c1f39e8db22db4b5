import type { ConfigurationKind } from '@madoguchi/contract/configuration.ts';
import type { z } from 'zod';
import type { changeSingleSignOn } from '../agents/single-sign-on/settings.commands.ts';
import type { updateTeam } from '../agents/teams.commands.ts';
import type { CannedFiles } from '../canned-responses/canned-responses.types.ts';
import type { changeEmbeddingSettings } from '../models/embeddings/embeddings.commands.ts';
import type { changeModelSettings } from '../models/models.commands.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import type { Files } from '../platform/files/files.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Value = { [name: string]: Json };

/** One entry as it is kept: with ids. `id` null for what a workspace has exactly one of. */
export type Stored = { id: string | null; value: Value };

/** What the kinds need besides the database. */
export type KindDeps = {
  access: Parameters<typeof updateTeam>[1];
  files: CannedFiles;
  /** Where logos lie. */
  logos: Files;
  publicUrl: string | null;
  single: Parameters<typeof changeSingleSignOn>[1];
  models: Parameters<typeof changeModelSettings>[1];
  embeddings: Parameters<typeof changeEmbeddingSettings>[1];
};

/** A kind of setting: how it is read, checked and written, through the doors of its room. */
export type Kind = {
  name: ConfigurationKind;
  /** What its ids begin with; null: nothing refers to it. */
  prefix: string | null;
  /** A workspace has exactly one: the file is an object, not a list. */
  single: boolean;
  /** The order of its entries means something. */
  ordered: boolean;
  shape: z.ZodType;
  /** Tells entries apart; of the values as they stand in files. */
  keyOf: (value: Value) => string;
  /** The one entry that every workspace has from the start, whatever it is called in each. */
  isDefault: (value: Value) => boolean;
  /** Keys of entries of the same kind that have to be written before; for what others call by name, not by id. */
  needs: (value: Value) => string[];
  /** The same without what it says of others of its kind, where two may name one another: written first, the rest follows. */
  alone: ((value: Value) => Value) | null;
  /** Says of an entry whether a secret is kept with it. It stands in files, and is neither compared nor written: secrets stay where they are. */
  secret: string | null;
  /** What is taken away frees what others of the kind want: it goes first. */
  removesFirst: boolean;
  list: (ctx: Ctx, tx: Tx, deps: KindDeps) => Promise<Stored[]>;
  /** Makes it (`id` null) or changes it; returns the id. */
  save: (ctx: Ctx, deps: KindDeps, id: string | null, value: Value) => Promise<string>;
  /** Null: entries of this kind are never removed by an import. */
  remove: ((ctx: Ctx, deps: KindDeps, id: string) => Promise<unknown>) | null;
  sort: ((ctx: Ctx, ids: readonly string[]) => Promise<unknown>) | null;
};
