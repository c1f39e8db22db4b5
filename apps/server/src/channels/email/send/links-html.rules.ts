// Pure: a mail whose links stand side by side. Tables and styles in place are what every mail program understands.
import type { Outbound } from '../../port/port.types.ts';

const FONT = "font-family:'Hiragino Sans','Noto Sans JP','Yu Gothic UI',Meiryo,sans-serif;line-height:1.7;color:#1f2530";
const BUTTON =
  'display:block;padding:10px 6px;border:1px solid #c9d0dc;border-radius:6px;text-decoration:none;color:#1f2530;font-size:13px;line-height:1.4';

/** The words of a message, its links in one row, and the signature. */
export function htmlOf({ text, links }: Pick<Outbound, 'text' | 'links'>, signature: string): string {
  const cells = links.map(({ label, url }) => {
    const [face, ...words] = label.split(' ');
    const name = words.length > 0 ? `<span style="font-size:24px">${escaped(face!)}</span><br>${escaped(words.join(' '))}` : escaped(label);
    return `<td align="center" valign="top" width="${Math.floor(100 / links.length)}%" style="padding:4px"><a href="${escaped(url)}" style="${BUTTON}">${name}</a></td>`;
  });
  const row = `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:480px;margin:8px 0"><tr>${cells.join('')}</tr></table>`;
  const foot = signature ? `<p style="color:#5b6472;font-size:13px">-- <br>${inLines(signature)}</p>` : '';
  return `<!doctype html><html><body style="${FONT}"><p>${inLines(text)}</p>${row}${foot}</body></html>`;
}

const inLines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
