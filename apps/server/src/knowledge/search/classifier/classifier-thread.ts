import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Classifier, Sample } from './classifier.rules.ts';

const WORKER = new URL('./classifier.worker.ts', import.meta.url);

/** trainClassifier outside this thread. Rejects with the error that ended the training. */
export async function trainInThread(samples: Sample[], classes: number): Promise<Classifier | null> {
  const worker = new Worker(WORKER, { execArgv: [], workerData: { samples, classes } });
  try {
    const [classifier] = (await once(worker, 'message')) as [Classifier | null];
    return classifier;
  } finally {
    await worker.terminate();
  }
}
