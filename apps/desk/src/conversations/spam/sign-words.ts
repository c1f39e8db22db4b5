import type { WordKey, Words } from '../../app/locale.tsx';

/** What the server calls odd about a message, in words. */
const SIGNS: Record<string, WordKey> = {
  money: 'spam.sign.money',
  exclaims: 'spam.sign.exclaims',
  shouts: 'spam.sign.shouts',
  many_links: 'spam.sign.many_links',
  short_link: 'spam.sign.short_link',
  bare_link: 'spam.sign.bare_link',
  only_link: 'spam.sign.only_link',
  dmarc_fail: 'spam.sign.dmarc_fail',
  dmarc_pass: 'spam.sign.dmarc_pass',
  spf_fail: 'spam.sign.spf_fail',
  dkim_fail: 'spam.sign.dkim_fail',
  dkim_pass: 'spam.sign.dkim_pass',
  html: 'spam.sign.html',
  bulk: 'spam.sign.bulk',
  many_recipients: 'spam.sign.many_recipients',
  reply_elsewhere: 'spam.sign.reply_elsewhere',
  name_pretends: 'spam.sign.name_pretends',
  no_name: 'spam.sign.no_name',
  no_message_id: 'spam.sign.no_message_id',
  no_date: 'spam.sign.no_date',
  not_to_us: 'spam.sign.not_to_us',
  malformed: 'spam.sign.malformed',
};

/** Signs newer than this screen are left out. */
export const signWords = (t: Words, signs: readonly string[]): string[] =>
  signs.flatMap((sign) => {
    const word = SIGNS[sign];
    return word ? [t(word)] : [];
  });
