// Pure: the mail that carries a code. The same words for everybody: it does not say whether the address is a customer's.
import { wordsFor } from '../../platform/words.ts';
import { CODE_MINUTES } from './codes.rules.ts';

export function codeMail(locale: 'ja' | 'en', company: string, code: string): { subject: string; text: string } {
  const say = wordsFor(locale);
  return {
    subject: say('code.mail_subject', { code, company }),
    text: [say('code.mail_opening', { company }), code, say('code.mail_minutes', { minutes: CODE_MINUTES }), say('code.mail_not_you')].join(
      '\n\n',
    ),
  };
}
