import type { NoteLine, Sent } from '../channel.ts';
import type { Outbound } from './port.types.ts';

/** Kept with the line: which parts of which message have gone. */
type Gone = { messageId: string; ids: string[] };

/**
 * Sends a message that takes several requests, and keeps after each that it went: what is tried again goes on where it stopped and says
 * nothing twice. The parts of a message are the same at every try.
 * @param sendOne returns the platform's id of the part @throws whatever `sendOne` throws
 */
export async function sendParts<Part>(
  message: Outbound,
  parts: readonly Part[],
  {
    sent,
    note,
    sendOne,
  }: { sent: Sent; note: NoteLine; sendOne: (part: Part, index: number, before: readonly string[]) => Promise<string> },
): Promise<void> {
  const known = message.line.state.gone as Gone | undefined;
  const ids = known?.messageId === message.messageId ? [...known.ids] : [];
  for (const [index, part] of parts.entries()) {
    if (index < ids.length) continue;
    ids.push(await sendOne(part, index, ids));
    if (parts.length > 1) await note(message, { gone: { messageId: message.messageId, ids } satisfies Gone });
  }
  await sent(message, ids.filter(Boolean));
}
