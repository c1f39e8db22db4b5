import type { ChannelFailure } from '@madoguchi/contract/channels.ts';
import en from '@madoguchi/words/channels/en.json' with { type: 'json' };
import ja from '@madoguchi/words/channels/ja.json' with { type: 'json' };
import { makeWords } from '@madoguchi/words/words.ts';
import { wordsFor } from '../../../platform/words.ts';
import type { End } from './alerts.rules.ts';

export type AlertMail = { subject: string; text: string };
/** `deskUrl`: where the desk is; null when nobody said so. */
export type AboutInbox = { inboxName: string; channel: string; timezone: string; deskUrl: string | null };

/** What administrators are written about an inbox, in one language. */
export function alertMails(locale: string, { inboxName, channel, timezone, deskUrl }: AboutInbox) {
  const say = wordsFor(locale);
  const channelWords = makeWords(ja as Record<string, string>, en, locale);
  const inbox = say('alert.inbox', { inbox: inboxName, channel: channelWords(`channels.${channel}.name`) });
  const at = (time: Date, more: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: timezone, ...more }).format(time);
  const moment = (time: Date) => at(time, { timeStyle: 'short' });
  const mail = (subject: string, paragraphs: readonly string[]): AlertMail => ({
    subject,
    text: [...paragraphs, ...(deskUrl ? [`${deskUrl}/settings/channel-health`] : [])].join('\n\n'),
  });
  return {
    failing: (failure: ChannelFailure, since: Date) =>
      mail(say('alert.failing_subject', { inbox: inboxName }), [
        say('alert.failing', { inbox, since: moment(since) }),
        say('alert.because', { reason: channelWords(`failure.${failure}`) }),
        say('alert.kept'),
      ]),
    recovered: (since: Date) =>
      mail(say('alert.recovered_subject', { inbox: inboxName }), [say('alert.recovered', { inbox, since: moment(since) })]),
    ends: (of: End['of'], days: number, ends: Date) =>
      mail(say(`alert.${of}_subject`, { inbox: inboxName, count: days }), [
        say(`alert.${of}`, { inbox, ends: moment(ends) }),
        say(`alert.${of}_how`),
      ]),
  };
}
