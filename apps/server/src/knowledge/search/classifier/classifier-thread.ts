import { Worker } from 'node:worker_threads';
import type { Classifier, Sample } from './classifier.rules.ts';

const WORKER = new URL('./classifier.worker.ts', import.meta.url);

export type Training = {
  /** As trainClassifier; rejects with the error that ended the thread. */
  classifier: Promise<Classifier | null>;
  /** Lets the process wait for the end. Without it a training in the background keeps nobody from leaving. */
  hold: () => void;
};

/** trainClassifier in a thread of its own. */
export function startTraining(samples: Sample[], classes: number): Training {
  const worker = new Worker(WORKER, { execArgv: [], workerData: { samples, classes } });
  worker.unref();
  const classifier = new Promise<Classifier | null>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the training thread ended before it was done')));
  });
  return { classifier, hold: () => worker.ref() };
}
