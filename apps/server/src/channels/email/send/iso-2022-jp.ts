import Encoding from 'encoding-japanese';
import MimeNode from 'nodemailer/lib/mime-node';
import type { ComposedMail } from './compose-mail.ts';

/**
 * The same mail in ISO-2022-JP (RFC 1468), for readers of old systems: 7-bit, header words encoded in pieces that each end in ASCII.
 * Characters that it does not have are written as the nearest it has, or 〓.
 */
export function composeIso2022Jp(mail: ComposedMail): ComposedMail {
  const { text = '', attachments = [], ...head } = mail;
  const body = new MimeNode('text/plain; charset=iso-2022-jp', {});
  body.setHeader('content-transfer-encoding', '7bit');
  body.setContent(toJis(String(text).replaceAll(/\r?\n/g, '\r\n')));
  const root = attachments.length > 0 ? new MimeNode('multipart/mixed') : body;
  if (root !== body) {
    root.appendChild(body);
    for (const { filename, contentType, content } of attachments) {
      const part = root.createChild(contentType ?? 'application/octet-stream', { filename: filename || 'file' });
      part.setHeader('content-disposition', 'attachment');
      part.setHeader('content-transfer-encoding', 'base64');
      part.setContent(content as Buffer);
    }
  }
  const { from, to, cc, subject = '', messageId, inReplyTo, references, replyTo, date, headers } = head;
  const sender = from as { name: string; address: string };
  root.setHeader('from', `${encodedWords(sender.name)} <${sender.address}>`);
  root.setHeader('to', [to ?? []].flat().map(String).join(', '));
  if (cc) root.setHeader('cc', [cc].flat().map(String).join(', '));
  if (replyTo) root.setHeader('reply-to', String(replyTo));
  root.setHeader('subject', encodedWords(subject));
  root.setHeader('message-id', messageId);
  root.setHeader('date', (date instanceof Date ? date : new Date()).toUTCString().replace(/GMT/, '+0000'));
  if (inReplyTo) root.setHeader('in-reply-to', String(inReplyTo));
  if (references) root.setHeader('references', [references].flat().join(' '));
  for (const [name, value] of Object.entries((headers ?? {}) as Record<string, string>)) root.setHeader(name, value);
  return {
    messageId,
    envelope: { from: sender.address, to: [to ?? [], cc ?? []].flat().map((one) => addressIn(String(one))) },
    raw: root,
  } as never;
}

const addressIn = (written: string): string => /<([^<>]+)>\s*$/.exec(written)?.[1] ?? written;

const toJis = (text: string): Buffer =>
  Buffer.from(Encoding.convert(Encoding.stringToCode(text), { to: 'JIS', from: 'UNICODE', type: 'array', fallback: 'ignore' }));

/** RFC 2047: each word at most 75 characters, and cut between characters. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (toJis(piece + character).length > 42) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].map((one) => `=?ISO-2022-JP?B?${toJis(one).toString('base64')}?=`).join('\r\n ');
}
