// Reads payloads one after the other in a thread of its own: what a sender's writing does to a parser, it does to this thread alone.
import { parentPort } from 'node:worker_threads';
import type { Channel } from '../../channel.ts';
import type { ParseReply, ParseRequest } from './apart.types.ts';
import { toHandOver } from './bytes.ts';

const say = (reply: ParseReply, given: ArrayBuffer[] = []) => parentPort?.postMessage(reply, given);

async function read({ module, as, raw, settings }: ParseRequest): Promise<void> {
  // What cannot be loaded ends the thread: it is no fault of the payload.
  const parse = (await import(module))[as] as Channel['parse'];
  say({ kind: 'begun' });
  try {
    const { body } = raw;
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    const { events, given } = toHandOver(await parse({ ...raw, body: bytes }, settings));
    say({ kind: 'read', events }, given);
  } catch (error) {
    say({ kind: 'unread', problem: error instanceof Error ? error.message : String(error) });
  }
}

parentPort?.on('message', read);
