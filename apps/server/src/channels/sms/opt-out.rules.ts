// Pure: what customers write when they want to hear no more, or to hear again.

/** Twilio's own: it sends nothing to the number from then on, so that they mean the same here. https://help.twilio.com/articles/223134027 */
const STOP = new Set(['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const STOP_JA = new Set(['停止', '配信停止', '配信停止希望', '配信を停止', '受信拒否', '受信停止', '退会', 'ストップ']);
/** Twilio confirms these by itself. YES is one of them; here it answers a question. */
const START = new Set(['START', 'UNSTOP']);
const START_JA = new Set(['再開', '配信再開', '受信再開', '配信を再開', 'スタート']);

export type Wish = {
  reachable: boolean;
  /** Ours is the only word that confirms it; or, for STOP, the one that Twilio drops after its own. */
  confirm: boolean;
};

/** The wish in a message that is nothing but one of these words; null for every other message. */
export function wishIn(text: string): Wish | null {
  const word = text
    .normalize('NFKC')
    .trim()
    .replace(/[.。!！\s]+$/u, '')
    .replace(/\s+/g, ' ')
    .toUpperCase();
  if (STOP.has(word) || STOP_JA.has(word)) return { reachable: false, confirm: true };
  if (START.has(word) || START_JA.has(word)) return { reachable: true, confirm: START_JA.has(word) };
  return null;
}
