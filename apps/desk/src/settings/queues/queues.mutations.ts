import { createQueue, type Queue, type QueueBody, removeQueue, sortQueues, updateQueue } from '@madoguchi/contract/routing.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { queuesQuery } from './routing-admin.queries.ts';

const keep = (run: (items: Queue[]) => Queue[]) =>
  queryClient.setQueryData(queuesQuery.queryKey, (now) => now && { items: run(now.items) });

/** Adds one before the default queue, or changes the one with `id`. */
export async function saveQueue(id: string | null, body: QueueBody): Promise<void> {
  const saved = id ? await call(updateQueue, { params: { id }, body }) : await call(createQueue, { body });
  keep((items) => (id ? items.map((one) => (one.id === id ? saved : one)) : items.toSpliced(-1, 0, saved)));
}

export async function dropQueue(id: string): Promise<void> {
  await call(removeQueue, { params: { id } });
  keep((items) => items.filter((one) => one.id !== id));
}

/** Shows the order at once; the server's answer, or a refusal, has the last word. */
export async function putInOrder(queues: readonly Queue[]): Promise<void> {
  keep((items) => [...queues.filter(({ isDefault }) => !isDefault), ...items.filter(({ isDefault }) => isDefault)]);
  try {
    const { items } = await call(sortQueues, { body: { ids: queues.filter(({ isDefault }) => !isDefault).map(({ id }) => id) } });
    keep(() => items);
  } catch (error) {
    void queryClient.invalidateQueries({ queryKey: queuesQuery.queryKey });
    throw error;
  }
}
