import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { procedureQuery } from '../conversations.queries.ts';

const ProcedureCard = lazy(async () => ({ default: (await import('./procedure-card.tsx')).ProcedureCard }));

/** What has to be done with the topic, below the header; nothing, and no room taken, while there is none. */
export function ProcedurePart({ conversation }: { conversation: Conversation }) {
  const { data } = useQuery(procedureQuery(conversation.id));
  if (!data?.run) return null;
  return (
    <Suspense fallback={null}>
      <ProcedureCard key={data.run.id} conversation={conversation} run={data.run} others={data.others} />
    </Suspense>
  );
}
