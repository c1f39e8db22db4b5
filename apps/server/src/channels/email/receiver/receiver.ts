import type { AddressInfo } from 'node:net';
import type { SMTPServer, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import type { Platform } from '../../../platform/ctx.ts';
import { MAX_MAIL_BYTES } from '../parse/limits.ts';
import { makeFloodGuard, UNKNOWN_PER_CONNECTION } from './flood.rules.ts';
import { type KeptCertificate, keepCertificate } from './kept-certificate.ts';
import { withMail } from './read-stream.ts';
import type { ReceiverConfig, ReceiverLimits, ReceiverLog } from './receiver.types.ts';
import { type Recipient, recipientsOf } from './recipients.queries.ts';
import { replies } from './replies.rules.ts';
import { type Judge, takeMail } from './take-mail.ts';

const LIMITS: ReceiverLimits = { silentMs: 2 * 60_000, wholeMs: 15 * 60_000, bytes: MAX_MAIL_BYTES };
const MOST_CLIENTS = 200;
const MOST_RECIPIENTS = 100;

export type ReceiverDeps = {
  platform: Platform;
  config: ReceiverConfig;
  log: ReceiverLog;
  limits?: Partial<ReceiverLimits>;
  judge: Judge;
  isRelay?: (ip: string) => boolean;
  /** How often the certificate's files are looked at. */
  certificateLookMs?: number;
};
/** `certificateEnds`: null without a certificate. */
export type Receiver = { port: number; certificateEnds: () => Date | null; stop: () => Promise<void> };

/**
 * Opens the door for mail (SMTP, RFC 5321): what is for an inbox that has its mail brought here is taken, and kept before that is said; all else
 * is refused. Nobody can sign in, and nothing is passed on. @throws the system's error when the port cannot be opened
 */
export async function openReceiver(deps: ReceiverDeps): Promise<Receiver> {
  const { config, log, limits: own } = deps;
  const limits = { ...LIMITS, ...own };
  // Loaded only where there is a door: most installations have none.
  const { SMTPServer } = await import('smtp-server');
  const certificate = config.certificate
    ? await keepCertificate(config.certificate, {
        // Talks that are under way keep the one they began with.
        taken: (pem) => server.updateSecureContext(pem),
        log,
        ...(deps.certificateLookMs ? { lookMs: deps.certificateLookMs } : {}),
      })
    : null;
  const server: SMTPServer = new SMTPServer(optionsOf(deps, limits, certificate));
  server.on('error', (error: NodeJS.ErrnoException) => log.info({ error: error.message }, 'a client of the mail receiver left'));
  const watch = setInterval(() => endLongest(server, limits.wholeMs), Math.min(limits.wholeMs / 4, 10_000));
  watch.unref();
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(config.port, config.host, () => {
      server.server.off('error', reject);
      resolve();
    });
  }).catch((error) => {
    clearInterval(watch);
    certificate?.stop();
    throw error;
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    certificateEnds: () => certificate?.endsAt() ?? null,
    stop: () => {
      clearInterval(watch);
      certificate?.stop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** What is known of one client's talk with us. */
type Talk = { unknown: number; recipients: Recipient[] };

function optionsOf(deps: ReceiverDeps, limits: ReceiverLimits, certificate: KeptCertificate | null): SMTPServerOptions {
  const { platform, log, judge, isRelay } = deps;
  const guard = makeFloodGuard();
  const talks = new Map<string, Talk>();
  const talkOf = (session: SMTPServerSession): Talk => {
    const known = talks.get(session.id) ?? { unknown: 0, recipients: [] };
    talks.set(session.id, known);
    return known;
  };
  const failed = (error: unknown, what: string) => {
    if (hasReply(error)) return error;
    log.warn({ error: error instanceof Error ? error.message : String(error) }, what);
    return replies.notNow();
  };

  return {
    ...certificate?.now(),
    minVersion: 'TLSv1.2',
    banner: 'Madoguchi',
    authOptional: true,
    disabledCommands: certificate ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: true,
    size: limits.bytes,
    maxClients: MOST_CLIENTS,
    socketTimeout: limits.silentMs,
    closeTimeout: 5000,
    onConnect: (session, done) => done(guard.enter(clientOf(session)) ? null : replies.tooManyConnections()),
    onClose: (session, done) => {
      guard.leave(clientOf(session));
      talks.delete(session.id);
      done();
    },
    onMailFrom: (_sender, session, done) => {
      talkOf(session).recipients = [];
      done();
    },
    onRcptTo: ({ address }, session, done) => {
      const talk = talkOf(session);
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) return done(replies.full());
      recipientsOf(platform, address).then(
        (found) => {
          if (found.length === 0) {
            talk.unknown += 1;
            const goesOn = guard.missed(clientOf(session)) && talk.unknown < UNKNOWN_PER_CONNECTION;
            return done(goesOn ? replies.unknown() : replies.tooManyAsked());
          }
          // One of several rests: the mail is asked for again, for all of them. Those that have it by then know it.
          if (found.some(({ paused }) => paused)) return done(replies.paused());
          talk.recipients.push(...found);
          done();
        },
        (error) => done(failed(error, 'a recipient could not be looked up')),
      );
    },
    onData: (stream, session, done) => {
      const { recipients } = talkOf(session);
      const { mailFrom } = session.envelope;
      const origin = { ip: clientOf(session), helo: session.hostNameAppearsAs || '', sender: mailFrom ? mailFrom.address : '' };
      withMail(stream, (raw) => takeMail({ platform, judge, ...(isRelay ? { isRelay } : {}) }, { raw, origin, recipients })).then(
        () => done(null, '2.6.0 Kept'),
        (error) => done(failed(error, 'a mail could not be kept')),
      );
    },
  };
}

const hasReply = (error: unknown): error is Error => error instanceof Error && 'responseCode' in error;

/** Nothing is known of a client that was shown out before it was greeted. */
const clientOf = ({ remoteAddress }: Partial<SMTPServerSession>): string => remoteAddress?.replace(/^::ffff:/i, '') ?? '';

type Connection = { send: (code: number, text: string) => void };
const opened = new WeakMap<Connection, number>();

/** Ends what has been going on for too long: a client that says a letter now and then is never silent. */
function endLongest(server: SMTPServer, wholeMs: number): void {
  for (const connection of server.connections as Set<Connection>) {
    const since = opened.get(connection) ?? Date.now();
    opened.set(connection, since);
    if (Date.now() - since > wholeMs) connection.send(421, '4.4.2 This has taken too long, please try again later');
  }
}
