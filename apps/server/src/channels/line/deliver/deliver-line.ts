import type { Channel } from '../../channel.ts';
import { ChannelError } from '../../port/channel-error.ts';
import type { Outbound } from '../../port/port.types.ts';
import type { LineState } from '../line.types.ts';
import { objectsOf } from './objects.rules.ts';
import { nextRequest, partOf, type Ready, type Request } from './requests.rules.ts';
import { say, type Talk } from './say.ts';

/**
 * Says a batch to one person, in as few requests as it takes: what is asked costs, not what is said. When LINE refuses a request of several
 * messages, none of them was said: the first is then tried alone, so that only the one at fault fails.
 */
export const deliverLine: NonNullable<Channel['deliver']> = async (call, batch, sent, note) => {
  const [first] = batch;
  if (!first) return;
  if (!first.line.reachable) throw new ChannelError('blocked');
  const talk: Talk = { call, note, to: first.line.externalId, state: { ...(first.line.state as LineState) } };
  for (let at = 0; at < batch.length; ) {
    const ready = readyFrom(batch.slice(at));
    const request = nextRequest(ready, talk.state.sending ?? null);
    const said = await sayWhole(talk, request, ready).catch((error: unknown) => {
      const couldBeAnother = error instanceof ChannelError && error.code === 'rejected' && request.messages.length > 1;
      if (!couldBeAnother) throw error;
      return sayWhole(talk, nextRequest(ready.slice(0, 1), null), ready);
    });
    for (const { message, ids } of said) await sent(message, ids);
    at += said.length;
  }
};

/** The messages whose objects can be made, up to the first that cannot. @throws ChannelError when that is the very first */
function readyFrom(batch: readonly Outbound[]): [Ready, ...Ready[]] {
  const [first, ...others] = batch;
  const ready: [Ready, ...Ready[]] = [{ message: first!, objects: objectsOf(first!) }];
  for (const message of others) {
    try {
      ready.push({ message, objects: objectsOf(message) });
    } catch (error) {
      if (error instanceof ChannelError) break;
      throw error;
    }
  }
  return ready;
}

type Said = { message: Outbound; ids: string[] };

/** A request, and of a message that takes several, the requests after it. */
async function sayWhole(talk: Talk, request: Request, ready: readonly Ready[]): Promise<Said[]> {
  const ids = await say(talk, request);
  if (request.isLast && request.part === 0) {
    let from = 0;
    return request.messages.map((message, index) => {
      const mine = ids.slice(from, from + ready[index]!.objects.length);
      from += ready[index]!.objects.length;
      return { message, ids: mine };
    });
  }
  for (let part = request; !part.isLast; ) {
    part = partOf(ready[0]!, part.part + 1);
    ids.push(...(await say(talk, part)));
  }
  return [{ message: request.messages[0]!, ids }];
}
