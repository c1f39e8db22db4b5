import { type Headers, header } from '../mime/headers.ts';
import { readSesNotification } from './ses-notification.ts';

/** Senders that are mail systems. */
const DAEMON =
  /^(?:mailer-?daemon|mail-?daemon|postmaster|mdaemon|mail(?:er)?[-_]?(?:system|delivery|admin(?:istrator)?)|double-bounce|bounce[sr]?|no-?reply-?bounce|microsoftexchange[0-9a-f]*|mms-?daemon|mailadm|complaints?|fbl|autoreply-daemon)\b/i;
const DAEMON_NAME =
  /(?:mail delivery (?:sub)?system|mailer[- ]daemon|mail (?:deliver|transport|router|system|administrator)|post ?master|system administrator|internet mail delivery|メール配信|delivery (?:status|subsystem)|mailbox administrator|mail service)/i;

const SUBJECTS =
  /(?:undeliver(?:ed|able)|undelivered mail returned|non[- ]?deliver|not delivered|un ?able to deliver|returned (?:mail|e-?mail|to sender|message)|return(?:ed|ing) message|delivery (?:status notification|status|report|failure|failed|error|problem|has failed|delayed|incomplete|unsuccessful|notification|to the following)|mail(?:\s+\w+)? (?:delivery|transport|system) (?:fail|error|problem|delayed|sub)|failure (?:notice|delivery|notification)|failed (?:mail|delivery)|(?:mail|message|email) (?:could not be|not|cannot be|was not) (?:delivered|sent)|message (?:delayed|rejected|undeliverable|you sent blocked)|could ?n[o']t (?:send|be delivered)|warning: (?:could not send|message)|couldn't be delivered|rejected(?: message| mail|:)|permanent(?:ly)? (?:fail|error)|mail error|mail system error|bounced? mail|unzustellbar|unzustellbarkeit|nicht zugestellt|non remis|non distribuable|échec de (?:la )?remise|no se (?:puede|pudo) entregar|niedostarczon|недоставленн|недоставк|рассылки|considered unsolicited bulk|spam (?:message )?(?:rejected|bounced)|virus (?:found|infected|alert)|banned contents|delivery failure|smtp.{0,20}error|your message to|problem with|無法傳遞)/i;
const SUBJECTS_JA =
  /(?:配[信送達]不能|配[信送達](?:エラー|失敗|できません|されません|できない)|送信(?:エラー|失敗|できません|できない|不能)|未配[信達]|不達|メール(?:が|を)?(?:配信|送信|お届け)(?:でき|されま)|メールエラー|宛先不明|エラーメール|返送|届きません)/u;

/** What mail systems write of mail that did not arrive. */
const BODIES: RegExp[] = [
  /(?:could ?n[o']t be|could not be|was not|cannot be|can't be|wasn't|not be|has not been|were not) (?:successfully )?(?:delivered|sent)/i,
  /(?:delivery|transmission|message) (?:to .{1,120})?(?:has )?(?:permanently )?(?:failed|failure)/i,
  /unable to deliver|undeliverable|returned (?:mail|to sender|undelivered)|fatal errors|i(?:'m| am) afraid i wasn't able|permanent error|this is the .{1,60} (?:mail|program)|delivery (?:status|report|attempts?|has been)|mail system at host|rejected by|user unknown|did not reach|could not deliver|delivery to the following|unrouteable|recipient'?s? (?:address|mailbox|server)|transcript of session|no such user|had (?:permanent|transient)|non-delivery|bounce/i,
  /(?:以下|次|下記)の(?:メール)?(?:アドレス|宛先|あて先|受信者|送信先)(?:に|へ|は|宛|への)?/u,
  /(?:メール|メッセージ).{0,30}(?:送信|配信|送達|届け|お届け)(?:でき|され|に失敗|不能|することができ)/u,
  /(?:ユーザー?|宛先|アドレス|メールボックス).{0,20}(?:見つかり|存在し|不明|あり)(?:ません|ない|です)/u,
  /host or domain name not found|host (?:unknown|not found)|name service error/i,
];

/** What only machines write: codes of SMTP, commands, fields of a report. */
const TRANSCRIPT =
  /\b[45]\d\d[ -](?:[45]\.\d|\S)|\b[45]\.\d{1,2}\.\d{1,2}\b|RCPT TO|MAIL FROM|^(?:Received|Return-Path|Final-Recipient|Message-ID): |Original Message/im;

/** What the recognition looks at. `from` is the sender's address. */
export type BounceSigns = {
  headers: Headers;
  subject: string;
  fromAddress: string;
  fromName: string;
  text: string;
  reports: { type: string; text: string }[];
};

/** Is the mail a report on a mail's delivery? Somebody's answer to such a report is none. */
export function isBounceMail({ headers, subject, fromAddress, fromName, text, reports }: BounceSigns): boolean {
  if (reports.some(({ type }) => type === 'message/delivery-status')) return true;
  if (header(headers, 'x-failed-recipients') || readSesNotification(text)) return true;
  if (/multipart\/report/i.test(header(headers, 'content-type')) && !/disposition-notification/i.test(header(headers, 'content-type')))
    return true;
  const isAnswer = /^(?:re|fwd?|aw|sv)\s?:/i.test(subject);
  const saysSubject = !isAnswer && (SUBJECTS.test(subject) || SUBJECTS_JA.test(subject));
  const saysBody = BODIES.some((pattern) => pattern.test(text.slice(0, 8_000)));
  const isDaemon = DAEMON.test(fromAddress) || DAEMON_NAME.test(fromName);
  const isNobody = /^<\s*>$/.test(header(headers, 'return-path')) || /^<\s*>$/.test(header(headers, 'envelope-from'));
  const votes = Number(saysSubject) + Number(saysBody) + Number(isDaemon) * 1.5 + Number(isNobody);
  if (!isDaemon && !isNobody) return saysSubject && saysBody && (reports.length > 0 || TRANSCRIPT.test(text.slice(0, 8_000)));
  return votes >= 2 && (saysSubject || saysBody);
}
