import type { BouncedRecipient } from '../mail.types.ts';

/** Where the text of a bounce ends and the returned mail begins. What stands before the words is on their line: blank lines without end are not gone through from each of them. */
const RETURNED =
  /^(?:[-=>*\t \u00a0\u3000]*(?:(?:this is a copy of|below this line is a copy|(?:original|returned|unsent|undelivered) (?:message|mail|headers?)|(?:message|text of) (?:headers?|follows)|(?:the )?(?:headers?|body) of (?:the|your)|a copy of the|received: |return-path:|received:\s*from|included is a copy|message header|start of returned message|your message (?:header|reads)|original message follows|元のメッセージ|オリジナルメッセージ|返送メール)))/im;

const ADDRESS = /[^\s<>"'();:,[\]\\＜＞「」]{1,120}@[a-z0-9][a-z0-9.-]{1,180}[a-z0-9]/gi;

/** What a mail system wrote, without the mail it returned. */
export function reportText(text: string): string {
  const at = RETURNED.exec(text.slice(40))?.index;
  return at === undefined ? text : text.slice(0, at + 40);
}

/** The addresses that a bounce in plain words speaks of. Machines' own addresses and message ids are left out. */
export function recipientsInText(text: string, ownAddresses: string[]): BouncedRecipient[] {
  const own = new Set(ownAddresses.map((address) => address.toLowerCase()));
  const found = [
    ...new Set([...text.matchAll(ADDRESS)].map(([address]) => address.toLowerCase().replace(/^(?:rfc822|smtp|mailto):?/, ''))),
  ];
  const status = /\b[245]\.\d{1,2}\.\d{1,3}\b(?!\.)/.exec(text)?.[0] ?? '';
  return found
    .filter((address) => !own.has(address) && !/^(?:mailer-daemon|postmaster|abuse|support|\d{6,}\.)/.test(address))
    .slice(0, 20)
    .map((address) => ({ address, status, diagnostic: linesAbout(text, address) }));
}

/** The lines from the one that names the address up to the next empty ones. */
function linesAbout(text: string, address: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.toLowerCase().includes(address));
  return lines
    .slice(Math.max(0, at), at + 6)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 1_000);
}
