// Pure: what the mail says.
import type { NotificationPolicy } from '@madoguchi/contract/notifications.ts';
import type { Say } from '../../platform/words.ts';
import { aboutOf, type Told, titleOf } from '../tell/words.rules.ts';

const MOST = 30;

export type Mailed = Told & { conversationId: string };
type Wish = { shows: NotificationPolicy['shows']; deskUrl: string | null; company: string };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (one) => ESCAPES[one]!);

/** One mail for what an agent has not read, the newest first. `deskUrl`: where the desk is; null when nobody said so. */
export function digestMail(
  say: Say,
  all: readonly Mailed[],
  { shows, deskUrl, company }: Wish,
): { subject: string; text: string; html: string } {
  const listed = all.slice(0, MOST).map((one) => ({
    title: titleOf(say, one),
    about: aboutOf(say, one, shows),
    url: deskUrl && `${deskUrl}/c/${one.conversationId}`,
  }));
  const more = all.length > MOST ? say('notify.more', { count: all.length - MOST }) : null;
  const [first] = listed;
  const subject =
    all.length === 1
      ? say('notify.mail_single', { company, title: first!.title })
      : say('notify.mail_many', { company, count: all.length });
  const settings = deskUrl && `${deskUrl}/settings/notifications`;
  const text = [
    ...listed.map(({ title, about, url }) => [`■ ${title}`, about, ...(url ? [url] : [])].join('\n')),
    ...(more ? [more] : []),
    `--\n${say('notify.turn_off')}${settings ? `\n${settings}` : ''}`,
  ].join('\n\n');
  return { subject, text, html: page(say, listed, more, settings) };
}

type Listed = { title: string; about: string; url: string | null };

const linked = (url: string | null, text: string) =>
  url ? `<a href="${escaped(url)}" style="color:#3b5bdb">${escaped(text)}</a>` : escaped(text);

const page = (say: Say, listed: readonly Listed[], more: string | null, settings: string | null): string =>
  [
    '<div style="max-width:560px;font-family:sans-serif;font-size:15px;line-height:1.7;color:#1f2430">',
    ...listed.map(
      ({ title, about, url }) =>
        `<p style="margin:0 0 16px"><strong>${linked(url, title)}</strong><br>${escaped(about).replaceAll('\n', '<br>')}</p>`,
    ),
    ...(more ? [`<p>${escaped(more)}</p>`] : []),
    `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #d9dde6;font-size:13px;color:#5b6273">${linked(settings, say('notify.turn_off'))}</p></div>`,
  ].join('');
