import { Worker } from 'node:worker_threads';
import type { LineReason, PageText } from './import.types.ts';

const WORKER = new URL('./html.worker.ts', import.meta.url);

/** Pages of two million characters that people wrote take a few seconds; what takes longer was made to. In ms. */
const MOST_TIME = 30_000;

export type PageThread = {
  /** One page at a time. `row.broken` for a page that cannot be read, `page.too_slow` for one that takes longer than `mostTime` ms. */
  read: (html: string, mostTime?: number) => Promise<PageText | LineReason>;
  close: () => void;
};

/** Where pages are read while others are served. The thread begins with the first page; one that takes too long is ended. */
export function pageThread(): PageThread {
  let worker: Worker | null = null;
  const close = () => {
    void worker?.terminate();
    worker = null;
  };
  return {
    read: (html, mostTime = MOST_TIME) => {
      worker ??= new Worker(WORKER, { execArgv: [] });
      const reading = worker;
      return new Promise((resolve) => {
        const end = (outcome: PageText | LineReason) => {
          clearTimeout(timer);
          reading.off('message', end).off('error', fail).off('exit', fail);
          if (typeof outcome === 'string') close();
          resolve(outcome);
        };
        const fail = () => end('row.broken');
        const timer = setTimeout(() => end('page.too_slow'), mostTime);
        reading.once('message', end).once('error', fail).once('exit', fail);
        reading.postMessage(html);
      });
    },
    close,
  };
}
