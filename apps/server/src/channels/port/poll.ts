import type { Connection, Hear } from '../channel.ts';
import { ChannelError } from './channel-error.ts';

/**
 * A standing connection to a platform that only answers: asks at once, then `everyMs` after each answer. A failure ends it with its reason,
 * and whoever keeps the connection begins again after a pause. @throws what the first asking throws
 */
export async function pollEvery(hear: Hear, everyMs: number, ask: () => Promise<void>): Promise<Connection> {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let running = Promise.resolve();
  const turn = async () => {
    await ask();
    await hear.connected();
    if (!isOver) timer = setTimeout(next, everyMs);
  };
  const next = () => {
    running = turn().catch((error: unknown) =>
      hear.failed(error instanceof ChannelError ? error.code : 'connection_lost', error instanceof Error ? error.message : String(error)),
    );
  };
  await turn();
  return {
    stop: async () => {
      isOver = true;
      clearTimeout(timer);
      await running;
    },
  };
}
