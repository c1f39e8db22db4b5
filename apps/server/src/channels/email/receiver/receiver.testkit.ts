import { connect, type Socket } from 'node:net';
import { createTransport, type SendMailOptions } from 'nodemailer';

/** Hands a mail to a receiver on this machine, as another company's server does. @throws nodemailer's error, with the reply's `responseCode` */
export async function post(
  port: number,
  to: string | string[],
  raw: string | Buffer,
  from = 'sato@mail.example',
  more: SendMailOptions = {},
) {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, name: 'mx.mail.example' });
  try {
    return await transport.sendMail({ envelope: { from, to }, raw, ...more });
  } finally {
    transport.close();
  }
}

/** The reply's status to a mail that is refused; 250 for one that is not. */
export const statusOf = (sending: Promise<unknown>): Promise<number> =>
  sending.then(
    () => 250,
    (error: { responseCode?: number }) => error.responseCode ?? 0,
  );

/** A client that says what it is told to, and hears what comes. */
export async function wire(port: number) {
  const socket: Socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    heard += text;
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { say: (text: string) => socket.write(text), heard: () => heard, closed, end: () => socket.destroy() };
}
