import type { ConfigurationKind } from '@madoguchi/contract/configuration.ts';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Kind, KindDeps, Stored, Value } from '../configuration.types.ts';

type Given<S extends z.ZodType, I> = {
  name: ConfigurationKind;
  prefix?: string;
  shape: S;
  /** The property that tells entries apart, or what does. */
  key?: keyof z.output<S> & string;
  keyOf?: Kind['keyOf'];
  isDefault?: Kind['isDefault'];
  needs?: Kind['needs'];
  alone?: (value: Value) => Value;
  removesFirst?: boolean;
  list: (ctx: Ctx, tx: Tx, deps: KindDeps) => Promise<readonly I[]>;
  idOf: (item: I) => string;
  create: (ctx: Ctx, value: z.output<S>, deps: KindDeps) => Promise<{ id: string }>;
  update: (ctx: Ctx, id: string, value: z.output<S>, deps: KindDeps) => Promise<unknown>;
  remove?: (ctx: Ctx, id: string, deps: KindDeps) => Promise<unknown>;
  sort?: (ctx: Ctx, ids: readonly string[]) => Promise<unknown>;
};

/** A kind with any number of entries. What its shape does not name stays out of the file. */
export const manyOf = <S extends z.ZodType, I>(given: Given<S, I>): Kind => ({
  name: given.name,
  prefix: given.prefix ?? null,
  single: false,
  ordered: given.sort !== undefined,
  shape: given.shape,
  keyOf: given.keyOf ?? ((value) => String(value[given.key ?? 'name'])),
  isDefault: given.isDefault ?? (() => false),
  needs: given.needs ?? (() => []),
  alone: given.alone ?? null,
  secret: null,
  removesFirst: given.removesFirst ?? false,
  list: async (ctx, tx, deps) =>
    (await given.list(ctx, tx, deps)).map((item): Stored => ({ id: given.idOf(item), value: given.shape.parse(item) as Value })),
  save: async (ctx, deps, id, value) => {
    const wish = value as z.output<S>;
    if (id === null) return (await given.create(ctx, wish, deps)).id;
    await given.update(ctx, id, wish, deps);
    return id;
  },
  remove: given.remove ? (ctx, deps, id) => given.remove!(ctx, id, deps) : null,
  sort: given.sort ?? null,
});

type One<S extends z.ZodType> = {
  name: ConfigurationKind;
  shape: S;
  secret?: keyof z.output<S> & string;
  read: (ctx: Ctx, tx: Tx) => Promise<unknown>;
  write: (ctx: Ctx, value: z.output<S>, deps: KindDeps) => Promise<unknown>;
};

/** A kind of which a workspace has exactly one. */
export const oneOf = <S extends z.ZodType>({ name, shape, secret, read, write }: One<S>): Kind => ({
  name,
  prefix: null,
  single: true,
  ordered: false,
  shape,
  keyOf: () => name,
  isDefault: () => false,
  needs: () => [],
  alone: null,
  secret: secret ?? null,
  removesFirst: false,
  list: async (ctx, tx) => [{ id: null, value: shape.parse(await read(ctx, tx)) as Value }],
  save: async (ctx, deps, _id, value) => {
    await write(ctx, value as z.output<S>, deps);
    return name;
  },
  remove: null,
  sort: null,
});
