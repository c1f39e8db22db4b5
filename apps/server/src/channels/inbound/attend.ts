import type { Attended } from '../channel.ts';
import type { Line } from '../port/port.types.ts';
import type { ApplyDeps } from './apply-event.ts';
import type { FoundLine } from './lines.ts';

/** Lets the channel say a word of its own to whoever was just heard from. What was done stands, whether or not it can be said. */
export async function attend(
  { channel, call, log }: Pick<ApplyDeps, 'channel' | 'call' | 'log'>,
  line: Line,
  found: Pick<FoundLine, 'customerLocale'>,
  about: Attended,
): Promise<void> {
  const locale = line.locale ?? (found.customerLocale === 'en' ? 'en' : 'ja');
  try {
    await channel.attend?.(call, line, about, locale);
  } catch (error) {
    log.warn({ inbox: call.inbox.id, about, error: String(error) }, 'a word of the channel’s own was not said');
  }
}
