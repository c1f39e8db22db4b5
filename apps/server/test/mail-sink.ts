import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type SunkMail = { messageId: string; to: string; subject: string; text: string };

/** A mail server on this machine that takes whatever anybody with any password hands it, and tells `onMail` before it says yes. */
export async function mailSink(onMail: (mail: SunkMail) => void) {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then(({ messageId = '', subject = '', text = '' }) => {
        onMail({ messageId, to: envelope.rcptTo.map(({ address }) => address).join(), subject, text });
        done();
      }, done);
    },
  });
  // A client that is killed is no failure of the server.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, stop: () => new Promise<void>((resolve) => server.close(resolve)) };
}
