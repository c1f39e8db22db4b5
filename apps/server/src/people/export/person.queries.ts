import { sql } from 'kysely';
import { commerceOf } from '../../commerce/commerce.queries.ts';
import { customerById } from '../../customers/customers.queries.ts';
import { personOf } from '../../customers/people/people.queries.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/http/refusal.ts';

/**
 * Everything kept of a person, to be handed to them: who they are, what was said on every channel, what they answered, what happened and when.
 * `internal` is what colleagues wrote of them; whoever hands the file over decides about it.
 * @throws notFound
 */
export async function everythingAbout(tx: Tx, workspaceId: string, customerId: string) {
  const person = await personOf(tx, workspaceId, customerId);
  const customer = person && (await customerById(tx, workspaceId, person.id));
  if (!person || !customer) throw notFound();
  const conversations = await tx
    .selectFrom('conversations')
    .select(['id', 'number', 'channel', 'subject', 'status', 'tags', 'fields', 'locale', 'page', 'created_at', 'resolved_at'])
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', 'in', person.ids)
    .orderBy('created_at')
    .execute();
  const ids = ['', ...conversations.map(({ id }) => id)];
  const messages = await tx
    .selectFrom('messages')
    .select(['id', 'conversation_id', 'kind', 'author_kind', 'author_name', 'text', 'blocks', 'channel', 'delivery', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', 'in', ids)
    .orderBy('conversation_id')
    .orderBy('seq')
    .execute();
  const files = await tx
    .selectFrom('attachments')
    .select(['id', 'message_id', 'name', 'type', 'size_in_bytes'])
    .where('workspace_id', '=', workspaceId)
    .where('message_id', 'in', ['', ...messages.map(({ id }) => id)])
    .execute();
  const filesOf = Map.groupBy(files, (file) => file.message_id);
  const flowRuns = await tx
    .selectFrom('flow_runs')
    .select(['conversation_id', 'answers', 'status', 'started_at'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', 'in', ids)
    .execute();
  const surveys = await tx
    .selectFrom('surveys')
    .select(['conversation_id', 'scale', 'rating', 'comment', 'asked_at', 'answered_at'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', 'in', ids)
    .execute();
  const notes = await tx
    .selectFrom('customer_notes')
    .select(['text', 'author_name', 'created_at', 'edited_at'])
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', 'in', person.ids)
    .orderBy('created_at')
    .execute();
  const whispers = await tx
    .selectFrom('whispers')
    .select(['conversation_id', 'author_name', 'text', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', 'in', ids)
    .orderBy('created_at')
    .execute();
  const facts = await tx
    .selectFrom('events')
    .select(['at', 'name', 'actor_kind', 'conversation_id', 'data'])
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('conversation_id', 'in', ids), eb('customer_id', 'in', person.ids)]))
    // What was asked of others beside a conversation is theirs and ours.
    .where('name', 'not like', 'side_conversation.%')
    .where('name', 'not like', 'whisper.%')
    .where(sql<boolean>`data ->> 'because' is distinct from 'side_answer'`)
    .orderBy('position')
    .execute();
  const { orders, contracts } = await commerceOf(tx, workspaceId, person.id, new Date());
  const said = (conversationId: string, kind: string) =>
    messages
      .filter((one) => one.conversation_id === conversationId && one.kind === kind)
      .map(({ id, conversation_id: _in, kind: _kind, ...message }) => ({
        ...message,
        files: (filesOf.get(id) ?? []).map(({ message_id: _of, ...file }) => file),
      }));
  return {
    format: 'madoguchi.person.1' as const,
    customer,
    conversations: conversations.map(({ id, ...conversation }) => ({
      ...conversation,
      messages: said(id, 'message'),
      answers: flowRuns.filter((run) => run.conversation_id === id).map(({ conversation_id: _in, ...run }) => run),
      surveys: surveys.filter((one) => one.conversation_id === id).map(({ conversation_id: _in, ...survey }) => survey),
    })),
    orders: orders.filter(({ proven }) => proven),
    contracts: contracts.filter(({ proven }) => proven),
    facts,
    internal: {
      notes,
      onConversations: conversations.flatMap(({ id, number }) => said(id, 'note').map((note) => ({ number, ...note }))),
      whispers: conversations.flatMap(({ id, number }) =>
        whispers.filter((one) => one.conversation_id === id).map(({ conversation_id: _in, ...whisper }) => ({ number, ...whisper })),
      ),
    },
  };
}
