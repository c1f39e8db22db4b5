// Pure: telephone numbers.

/** ITU-T E.164, with its plus. */
export const isE164 = (number: string): boolean => /^\+[1-9]\d{6,14}$/.test(number);

/** The only thing known of somebody who writes from a number. */
export const languageOf = (number: string): 'ja' | 'en' => (number.startsWith('+81') ? 'ja' : 'en');

/** Where pictures travel with a text message; elsewhere Twilio turns them away. https://www.twilio.com/docs/messaging/guides/how-to-request-mms */
export const takesPictures = (number: string): boolean => number.startsWith('+1');
