import type { Locale } from '@madoguchi/contract/common.ts';
import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { shortDuration } from '../../ui/time.ts';

/** Whose turn it is: ours (the customer waits), the bot's, the customer's, or nobody's any more. */
export type Turn =
  | { who: 'us'; waited: string | null; justNow: boolean }
  | { who: 'bot' }
  | { who: 'customer' }
  | { who: 'nobody'; closed: boolean };

export function turnOf(conversation: Pick<Conversation, 'status' | 'handledBy' | 'waitingSince'>, now: number, locale: Locale): Turn {
  const { status, handledBy, waitingSince } = conversation;
  if (status === 'resolved' || status === 'closed') return { who: 'nobody', closed: status === 'closed' };
  if (handledBy === 'bot') return { who: 'bot' };
  if (status === 'waiting') return { who: 'customer' };
  const span = waitingSince ? now - Date.parse(waitingSince) : null;
  return { who: 'us', waited: span === null ? null : shortDuration(span, locale), justNow: span !== null && span < 60_000 };
}
