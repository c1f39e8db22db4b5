import type { Whisper } from '@madoguchi/contract/whispers.ts';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { listWhispers } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { keys } from '../conversations.queries.ts';

/** What was whispered in a conversation, as far as the agent may hear it. Kept up by what the live line tells. */
export const whispersQuery = (id: string) =>
  queryOptions({ queryKey: keys.whispers(id), queryFn: () => call(listWhispers, { params: { id } }) });

/** Puts one, as the server answered, where it is shown. */
export function putWhisper(client: QueryClient, id: string, whisper: Whisper): void {
  client.setQueryData<{ items: Whisper[] }>(keys.whispers(id), (now) => now && { items: joined(now.items, whisper) });
}

const joined = (items: readonly Whisper[], whisper: Whisper): Whisper[] =>
  items.some(({ id }) => id === whisper.id) ? items.map((one) => (one.id === whisper.id ? whisper : one)) : [...items, whisper];
