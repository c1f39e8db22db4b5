import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';

/**
 * People and content are no configuration; what names them does it by what they are called everywhere: agents by e-mail address,
 * organizations by name, articles by the id that their own files have. Of the latter two only those that `texts` mention, by id or by name.
 * @returns id → name
 */
export async function namesOfOthers(ctx: Ctx, tx: Tx, texts: readonly string[]): Promise<[string, string][]> {
  const { workspaceId } = ctx.viewer;
  const agents = await tx.selectFrom('agents').select(['id', 'email']).where('workspace_id', '=', workspaceId).execute();
  const organizations = await tx
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([among('id', found(texts, /\borg_[0-9a-z]{26}\b/g)), among('name', named(texts, 'organization'))]))
    .orderBy('id', 'desc')
    .execute();
  const articles = await tx
    .selectFrom('articles')
    .select(['id', 'external_id'])
    .where('workspace_id', '=', workspaceId)
    .where((eb) => {
      const wanted = [...found(texts, /\bart_[0-9a-z]{26}\b/g), ...named(texts, 'article')];
      return eb.or([among('id', wanted), among('external_id', wanted)]);
    })
    .execute();
  return [
    ...agents.map(({ id, email }): [string, string] => [id, email]),
    ...organizations.map(({ id, name }): [string, string] => [id, name]),
    ...articles.map(({ id, external_id }): [string, string] => [id, external_id ?? id]),
  ];
}

const among = (column: 'id' | 'name' | 'external_id', values: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any(${[...new Set(values)]}::text[])`;

const found = (texts: readonly string[], pattern: RegExp): string[] => texts.flatMap((text) => text.match(pattern) ?? []);

/** Names behind `@kind:`, as they stand in JSON: up to the quote that ends the text. */
const named = (texts: readonly string[], kind: string): string[] =>
  found(texts, new RegExp(`"@${kind}:(?:[^"\\\\]|\\\\.)*"`, 'g')).flatMap((quoted) => {
    try {
      return [(JSON.parse(quoted) as string).slice(kind.length + 2)];
    } catch {
      // A file that is no JSON is refused where it is read.
      return [];
    }
  });
