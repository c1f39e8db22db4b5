// Runs in a thread of its own: a model takes all of a core for as long as it thinks, and may take its thread down with it.
import { parentPort, workerData } from 'node:worker_threads';
import { loadModel, type RunnableModel } from './runnable-model.ts';
import type { StepReply, StepRequest, ThreadModel } from './step.types.ts';

let loading: Promise<RunnableModel> | null = null;

async function answer({ id, texts }: StepRequest): Promise<StepReply> {
  loading ??= loadModel(workerData as ThreadModel);
  try {
    return { id, ...(await (await loading).embed(texts)) };
  } catch (error) {
    const { failure = 'model_broken', message } = error as Error & { failure?: 'runtime_missing' | 'bad_vectors' };
    return { id, failure, detail: message };
  }
}

// One after the other: the thread that asks sends the next step when this one is done.
parentPort?.on('message', async (request: StepRequest) => parentPort?.postMessage(await answer(request)));
