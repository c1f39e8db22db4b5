import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { attributesQuery } from '../customer/customer-knowledge.queries.ts';

const PaneFields = lazy(async () => ({ default: (await import('./pane-fields.tsx')).PaneFields }));

/** The fields of a conversation, where the company has any: until then nothing of them is loaded, and no room taken. */
export function FieldsPart({ conversation }: { conversation: Conversation }) {
  const { data } = useQuery(attributesQuery);
  const definitions = data?.items.filter(({ subject }) => subject === 'conversation') ?? [];
  if (definitions.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <PaneFields key={conversation.id} conversation={conversation} definitions={definitions} />
    </Suspense>
  );
}
