// Pure: a form with a file (RFC 7578).
import { createHash } from 'node:crypto';

type File = { field: string; name: string; type: string; bytes: Buffer };

/** The body and its content type. */
export function multipart(fields: Readonly<Record<string, string>>, file: File): { type: string; body: Buffer } {
  const boundary = `madoguchi-${createHash('sha256').update(file.bytes).update(file.name).digest('hex').slice(0, 32)}`;
  const heads = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const quoted = file.name.replace(/["\r\n\\]/g, '_');
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${quoted}"\r\nContent-Type: ${file.type}\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(heads.join('') + head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
