import { useQuery } from '@tanstack/react-query';
import { NotFound } from '../../app/not-found.tsx';
import { Loaded } from '../loaded.tsx';
import { QueueForm } from './queue-form.tsx';
import { QueueList } from './queue-list.tsx';
import { queuesQuery } from './routing-admin.queries.ts';

/** Where a queue is that is not there yet. */
const NEW = 'new';

/** Who gets what: the queues in order, or one of them. */
export function QueuesSection({ rest }: { rest: string | null }) {
  const query = useQuery(queuesQuery);
  return (
    <Loaded query={query} height={240}>
      {({ items }) => {
        if (!rest) return <QueueList queues={items} />;
        const queue = items.find(({ id }) => id === rest);
        if (!queue && rest !== NEW) return <NotFound />;
        return <QueueForm key={rest} queue={queue ?? null} queues={items} />;
      }}
    </Loaded>
  );
}
