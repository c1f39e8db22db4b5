// What a thread asks the process while it works: a channel of its own for each work, closed with it.
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Ask } from './apart.types.ts';

type Question = { id: number; question: unknown };
type Answer = { id: number; answer: unknown } | { id: number; message: string; code: unknown };

/** Answers, in this process, what is asked over `port`, which is to be handed to the thread. */
export function answerOver(answer: Ask): { port: MessagePort; close: () => void } {
  const { port1: here, port2: port } = new MessageChannel();
  // An answer that comes when nobody waits for it any more is not heard.
  here.on('message', ({ id, question }: Question) => {
    answer(question).then(
      (found) => here.postMessage({ id, answer: found } satisfies Answer),
      (error: Error & { code?: unknown }) => here.postMessage({ id, message: error.message, code: error.code } satisfies Answer),
    );
  });
  here.unref();
  return { port, close: () => here.close() };
}

/** Asks, in the thread, over the port that it was handed. An error that crosses would lose its code: it is made anew. */
export function askOver(port: MessagePort): Ask {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  port.on('message', (said: Answer) => {
    const asked = waiting.get(said.id);
    waiting.delete(said.id);
    if ('answer' in said) asked?.resolve(said.answer);
    else asked?.reject(Object.assign(new Error(said.message), { code: said.code }));
  });
  let last = 0;
  return (question) => {
    const asked = Promise.withResolvers<unknown>();
    last += 1;
    waiting.set(last, asked);
    port.postMessage({ id: last, question } satisfies Question);
    return asked.promise;
  };
}
