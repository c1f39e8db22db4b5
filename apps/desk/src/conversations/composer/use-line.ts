import { useQuery } from '@tanstack/react-query';
import { channelsQuery } from '../../channels/channels.queries.ts';
import { linesQuery } from '../conversations.queries.ts';
import { lineFor } from './line-choice.ts';
import { usePickedLine } from './line-store.ts';

/** Where the next reply of a conversation goes, where else it could, and what its channel can carry; nothing until that is known. */
export function useLine(conversationId: string) {
  const picked = usePickedLine(conversationId);
  const lines = useQuery(linesQuery(conversationId)).data?.items ?? [];
  const kinds = useQuery(channelsQuery).data?.items;
  const line = lineFor(lines, picked);
  return { lines, line, capabilities: kinds?.find(({ name }) => name === line?.channel)?.capabilities };
}
