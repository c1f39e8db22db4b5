// Reads payloads one after the other in a thread of its own: what a sender's writing does to a parser, it does to this thread alone.
import { parentPort } from 'node:worker_threads';
import type { Channel } from '../../channel.ts';
import type { Find, ThreadReply, ThreadRequest } from './apart.types.ts';
import { toHandOver } from './bytes.ts';
import { askOver } from './questions.ts';

const say = (reply: ThreadReply, given: ArrayBuffer[] = []) => parentPort?.postMessage(reply, given);

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function work(request: ThreadRequest): Promise<void> {
  // What cannot be loaded ends the thread: it is no fault of the payload.
  const does = (await import(request.module))[request.as] as unknown;
  say({ kind: 'begun' });
  try {
    if (request.kind === 'find') {
      const { bytes, given, questions } = request;
      say({ kind: 'found', found: await (does as Find)(bufferOf(bytes), given, askOver(questions)) });
    } else {
      const { raw, settings } = request;
      const { events, given } = toHandOver(await (does as Channel['parse'])({ ...raw, body: bufferOf(raw.body) }, settings));
      say({ kind: 'found', found: events }, given);
    }
  } catch (error) {
    say({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) });
  }
}

parentPort?.on('message', work);
