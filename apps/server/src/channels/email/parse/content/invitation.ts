import type { MailInvitation } from '../mail.types.ts';

const METHOD_WORDS: Record<string, string> = {
  REQUEST: '招待 / Invitation',
  CANCEL: '取消 / Canceled',
  REPLY: '返答 / Reply',
  COUNTER: '別案 / Counter-proposal',
  PUBLISH: '予定 / Event',
};

/** The first event of a calendar (RFC 5545), or null when there is none. */
export function readInvitation(calendar: string): MailInvitation | null {
  const lines = calendar
    .slice(0, 200_000)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  const begin = lines.findIndex((line) => /^BEGIN:VEVENT/i.test(line));
  if (begin < 0) return null;
  const end = lines.findIndex((line, at) => at > begin && /^END:VEVENT/i.test(line));
  const event = lines.slice(begin, end < 0 ? undefined : end);
  const start = property(event, 'DTSTART');
  return {
    method: (property(lines.slice(0, begin), 'METHOD')?.value ?? 'PUBLISH').toUpperCase(),
    summary: unescapeText(property(event, 'SUMMARY')?.value ?? ''),
    start: isoOf(start?.value),
    end: isoOf(property(event, 'DTEND')?.value),
    location: unescapeText(property(event, 'LOCATION')?.value ?? ''),
    timeZone: /TZID="?([^;:"]+)/i.exec(start?.parameters ?? '')?.[1] ?? (start?.value.endsWith('Z') ? 'UTC' : ''),
  };
}

function property(lines: string[], name: string): { parameters: string; value: string } | null {
  for (const line of lines) {
    const match = /^([A-Z-]+)((?:;[^:"]*(?:"[^"]*")?)*):(.*)$/i.exec(line);
    if (match?.[1]?.toUpperCase() === name) return { parameters: match[2] ?? '', value: (match[3] ?? '').trim() };
  }
  return null;
}

const unescapeText = (text: string): string =>
  text
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;\\])/g, '$1')
    .trim();

/** `20260501T120000Z` to `2026-05-01T12:00:00Z`; `20260501` to `2026-05-01`. */
function isoOf(value: string | undefined): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(value ?? '');
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '00', zone = ''] = match;
  return hour ? `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}` : `${year}-${month}-${day}`;
}

/** An invitation in one line of text, for those who see no calendar. */
export function invitationLine({ method, summary, start, end, location, timeZone }: MailInvitation): string {
  const readable = (time: string): string => time.replace('T', ' ').replace(/:00Z?$/, '');
  const when = start ? `${readable(start)}${end ? ` – ${readable(end)}` : ''}${timeZone ? ` (${timeZone})` : ''}` : '';
  return `📅 ${[METHOD_WORDS[method] ?? method, summary, when, location].filter(Boolean).join(' · ')}`;
}
