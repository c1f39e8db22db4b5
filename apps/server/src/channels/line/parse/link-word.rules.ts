// Pure: the word that brings a conversation from elsewhere to LINE.

const WORD = /^\s*(?:つづき|続き|Continue)\s*[:：]\s*([A-Za-z0-9_-]{22})\s*$/i;

/** The token in a message that is nothing but our word; null for every other message. */
export const tokenIn = (text: string): string | null => WORD.exec(text)?.[1] ?? null;

/** The word as it is written into the customer's message, for them to send. */
export const continueWord = (token: string, locale: 'ja' | 'en'): string => `${locale === 'en' ? 'Continue' : 'つづき'}: ${token}`;

/**
 * Opens the account's chat in LINE with the word written already; the customer only has to send it. Null until the account's id is known.
 * https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/#sending-text-messages
 */
export const continueInLine = (basicId: string, token: string, locale: 'ja' | 'en'): string =>
  `https://line.me/R/oaMessage/${encodeURIComponent(basicId)}/?${encodeURIComponent(continueWord(token, locale))}`;
