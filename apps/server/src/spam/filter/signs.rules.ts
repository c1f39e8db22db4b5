// Pure: what is odd about a message besides its words, by name. The desk has words for each (spam.sign.*).
import type { Suspect } from '../spam.types.ts';

const MONEY = /[¥￥$€£]\s?\d|\d[\d,.]*\s?(?:万|億)?円|\d[\d,.]*\s?(?:usd|dollars?|btc|bitcoin)/i;
const LINKS = /https?:\/\//gi;
const SHORTENED = /https?:\/\/(?:bit\.ly|t\.ly|tinyurl\.com|is\.gd|cutt\.ly|rb\.gy|ow\.ly|goo\.su|s\.id)\//i;
const BARE_ADDRESS = /https?:\/\/\d{1,3}(?:\.\d{1,3}){3}/i;
const MANY_LINKS = 4;
const LETTERS_TO_SHOUT = 30;
const MANY_RECIPIENTS = 10;

/** The signs of a message, each at most once. */
export function signsOf({ subject, text, mail }: Suspect): string[] {
  const all = `${subject}\n${text}`.slice(0, 6000);
  const links = all.match(LINKS)?.length ?? 0;
  const signs: [string, boolean][] = [
    ['money', MONEY.test(all.normalize('NFKC'))],
    ['exclaims', /[!！]{3}/.test(all) || (all.match(/[!！]/g)?.length ?? 0) > 5],
    ['shouts', isShouting(all)],
    ['many_links', links >= MANY_LINKS],
    ['short_link', SHORTENED.test(all)],
    ['bare_link', BARE_ADDRESS.test(all)],
    ['only_link', links > 0 && all.replace(/https?:\S+/g, '').replace(/\s/g, '').length < 20],
    ...(mail ? mailSigns(mail) : []),
  ];
  return [...new Set(signs.filter(([, is]) => is).map(([name]) => name))];
}

function mailSigns(mail: NonNullable<Suspect['mail']>): [string, boolean][] {
  const { authentication } = mail;
  return [
    ['dmarc_fail', authentication?.dmarc === 'fail'],
    ['dmarc_pass', authentication?.dmarc === 'pass'],
    ['spf_fail', authentication?.spf === 'fail' || authentication?.spf === 'softfail'],
    ['dkim_fail', authentication?.dkim === 'fail'],
    ['dkim_pass', authentication?.dkim === 'pass'],
    ['html', mail.html !== null],
    ['bulk', mail.noAnswer === true],
    ['many_recipients', mail.to.length + mail.cc.length > MANY_RECIPIENTS],
    ...(mail.oddities ?? []).map((name): [string, boolean] => [name, true]),
  ];
}

/** Mostly capitals, over more than a name or two. */
function isShouting(text: string): boolean {
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  return letters >= LETTERS_TO_SHOUT && (text.match(/[A-Z]/g)?.length ?? 0) > letters * 0.4;
}
