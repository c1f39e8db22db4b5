/** A small mail of somebody's own. */
export const smallMail = (n: number, at: Date): Buffer =>
  Buffer.from(`${headOf(`old${n}`, at)}Content-Type: text/plain; charset=utf-8\r\n\r\n${n}の件です。\r\n`);

/** A mail that carries one file, of `megabytes` as it travels. */
export function largeMail(megabytes: number): Buffer {
  const name = `large${megabytes}`;
  const head = `${headOf(name, new Date())}Content-Type: multipart/mixed; boundary=b\r\n\r\n`;
  const text = '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n添付します\r\n';
  const file = `--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
  const line = `${'QUJD'.repeat(19)}\r\n`;
  return Buffer.from(`${head}${text}${file}${line.repeat(Math.ceil((megabytes * 1e6) / line.length))}--b--\r\n`);
}

const headOf = (name: string, at: Date): string =>
  [
    `Message-ID: <${name}@people.example>`,
    `Date: ${at.toUTCString()}`,
    `From: ${name}@people.example`,
    'To: help@hazuki-saji.example',
    `Subject: ${name}`,
    'MIME-Version: 1.0',
    '',
  ].join('\r\n');
