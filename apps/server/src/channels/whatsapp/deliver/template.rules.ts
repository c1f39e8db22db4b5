// Pure: what may be sent when the 24 hours are over.
import type { Settings } from '../../channel.ts';
import { ChannelError } from '../../port/channel-error.ts';
import type { Outbound } from '../../port/port.types.ts';
import { wordsOf } from '../../port/quote-text.rules.ts';
import type { Body } from './bodies.rules.ts';

/** Longest value of a template's variable. */
const LONGEST = 1024;

/**
 * The message in the inbox's template, whose body has one variable: https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates.
 * A variable holds no line breaks. Files are told by their addresses. @throws ChannelError `window_closed` without a template · `too_large`
 */
export function templateOf(message: Outbound, { templateName, templateLocale }: Settings): Body {
  if (!templateName) throw new ChannelError('window_closed');
  const files = message.files.map(({ name, url }) => (url ? `${name} ${url}` : name));
  const text = [wordsOf(message), ...files].join(' ').replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST)
    throw new ChannelError('too_large', { detail: `${text.length} characters, and a template carries ${LONGEST}` });
  return {
    type: 'template',
    template: {
      name: String(templateName),
      language: { code: String(templateLocale ?? 'ja'), policy: 'deterministic' },
      components: [{ type: 'body', parameters: [{ type: 'text', text }] }],
    },
  };
}
