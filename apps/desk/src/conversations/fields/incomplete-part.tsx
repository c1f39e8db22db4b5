import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { lazy, Suspense } from 'react';
import { useStore } from '../../ui/store.ts';
import { incompleteStore } from './incomplete-store.ts';

const IncompleteDialog = lazy(async () => ({ default: (await import('./incomplete-dialog.tsx')).IncompleteDialog }));

/** The dialog for what stands in the way of resolving the open conversation; loaded when it is first needed. */
export function IncompletePart({ conversation }: { conversation: Conversation }) {
  const incomplete = useStore(incompleteStore, (now) => (now?.conversationId === conversation.id ? now : null));
  if (!incomplete) return null;
  return (
    <Suspense fallback={null}>
      <IncompleteDialog conversation={conversation} incomplete={incomplete} />
    </Suspense>
  );
}
