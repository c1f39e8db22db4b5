import type { SMTPServerDataStream } from 'smtp-server';
import { replies } from './replies.rules.ts';

/** Bytes of all mails together that are being taken at one time. */
const MOST_AT_ONCE = 256 * 1024 * 1024;

let held = 0;

/**
 * Reads a mail to its end. One that is too large, or that there is no room for now, is read on and forgotten, so that its sender hears why.
 * @throws an SMTP reply
 */
export async function withMail<R>(stream: SMTPServerDataStream, work: (raw: Buffer) => Promise<R>): Promise<R> {
  let chunks: Buffer[] = [];
  let own = 0;
  let fits = true;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (!fits || stream.sizeExceeded) continue;
      fits = held + chunk.length <= MOST_AT_ONCE;
      if (!fits) continue;
      held += chunk.length;
      own += chunk.length;
      chunks.push(chunk);
    }
    if (stream.sizeExceeded) throw replies.tooLarge();
    if (!fits) throw replies.full();
    const raw = Buffer.concat(chunks);
    chunks = [];
    return await work(raw);
  } finally {
    held -= own;
  }
}
