import type { CheckRule, CompanyWord, ReplyCheckSettings } from '@madoguchi/contract/reply-checks.ts';
import type { Selectable } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import { notFound } from '../platform/http/refusal.ts';
import { foldText } from '../platform/text/fold.ts';
import { ordersSaidElsewhere } from '../search/search.queries.ts';
import { orderNumbersIn } from '../search/terms/orders.rules.ts';
import type { CompanyWordsTable } from './reply-checks.tables.ts';
import type { Draft } from './reply-checks.types.ts';

/** What replies of a workspace are looked over for, its words by their spelling. */
export async function replyCheckSettings(tx: Tx, workspaceId: string): Promise<ReplyCheckSettings> {
  const settings = await tx
    .selectFrom('reply_check_settings')
    .select('rules_off')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  const words = await tx.selectFrom('company_words').selectAll().where('workspace_id', '=', workspaceId).orderBy('word').execute();
  return { off: (settings?.rules_off ?? []) as CheckRule[], words: words.map(toCompanyWord) };
}

export const toCompanyWord = ({ id, word, instead, remark, weight, updated_at }: Selectable<CompanyWordsTable>): CompanyWord => ({
  id,
  word,
  instead,
  remark,
  weight: weight === 'hint' ? 'hint' : 'warning',
  updatedAt: updated_at.toISOString(),
});

/** Names that the company's own people sign with. */
export async function agentNames(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.selectFrom('agents').select('name').where('workspace_id', '=', workspaceId).limit(2000).execute();
  return rows.map(({ name }) => name);
}

/** Older messages than these hold no name that a reply still needs. */
const LAST_MESSAGES = 100;

/** What a reply in a conversation is held against: five questions to the database, six when it names an order. @throws notFound */
export async function heldAgainst(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
  text: string,
  articleIds: readonly string[],
): Promise<Pick<Draft, 'locale' | 'customerName' | 'said' | 'othersOrders' | 'agentNames' | 'articles'>> {
  const conversation = await tx
    .selectFrom('conversations as c')
    .innerJoin('customers as u', (join) => join.onRef('u.workspace_id', '=', 'c.workspace_id').onRef('u.id', '=', 'c.customer_id'))
    .select(['c.locale', 'c.subject', 'c.customer_id', 'u.name'])
    .where('c.workspace_id', '=', workspaceId)
    .where('c.id', '=', conversationId)
    .executeTakeFirst();
  if (!conversation) throw notFound();
  const messages = await tx
    .selectFrom('messages')
    .select(['text', 'author_name'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('seq', 'desc')
    .limit(LAST_MESSAGES)
    .execute();
  const articles =
    articleIds.length === 0
      ? []
      : await tx
          .selectFrom('articles')
          .select(['question', 'answer'])
          .where('workspace_id', '=', workspaceId)
          .where('id', 'in', articleIds)
          .execute();
  return {
    locale: conversation.locale === 'en' ? 'en' : 'ja',
    customerName: conversation.name,
    said: [conversation.subject, ...messages.flatMap(({ text, author_name }) => [text, author_name])].join('\n'),
    othersOrders: await othersOrders(tx, workspaceId, conversation.customer_id, text),
    agentNames: await agentNames(tx, workspaceId),
    articles: articles.map(({ question, answer }) => `${question}\n${answer}`),
  };
}

async function othersOrders(tx: Tx, workspaceId: string, customerId: string, text: string): Promise<string[]> {
  const said = orderNumbersIn(foldText(text));
  if (said.length === 0) return [];
  const numbers = said.map(({ number }) => number);
  const elsewhere = new Set(await ordersSaidElsewhere(tx, workspaceId, customerId, numbers));
  return said.filter(({ number }) => elsewhere.has(number)).map(({ written }) => written);
}
