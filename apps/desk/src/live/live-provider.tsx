import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { startLive } from './live-connection.ts';

/** Keeps the one live connection open while an agent is signed in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  useEffect(() => startLive(client), [client]);
  return children;
}
