import { useQuery } from '@tanstack/react-query';
import { healthQuery } from '../../channels/channels.queries.ts';
import { StateMark } from '../health/state-mark.tsx';
import type { Inbox } from './inbox.types.ts';

/** Whether an inbox takes messages now, and whether something is wrong with it: a word with a shape. */
export function InboxState({ inbox }: { inbox: Inbox }) {
  const { data } = useQuery(healthQuery);
  const known = data?.items.find((health) => health.inbox.id === inbox.id)?.state;
  return <StateMark state={inbox.paused ? 'paused' : known === 'failing' ? 'failing' : 'running'} />;
}
