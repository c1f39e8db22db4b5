import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { startLive } from './live-connection.ts';

/** Keeps the one live connection open while an agent is signed in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  useEffect(
    () => startLive(client, (conversationId) => void navigate({ to: '/c/$conversationId', params: { conversationId } })),
    [client, navigate],
  );
  return children;
}
