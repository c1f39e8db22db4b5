/** A person's or a machine's mail address, as a header named it. `address` is lower-case only where the domain is; '' when none was given. */
export type MailAddress = { name: string; address: string };

/** One file of a mail. `size` is in bytes of `content`; `contentId` has no angle brackets; `inline` says that the HTML shows it. */
export type MailAttachment = {
  name: string;
  type: string;
  size: number;
  content: Buffer;
  contentId: string | null;
  inline: boolean;
};

/** One address that a bounce speaks of. `status` is an enhanced code (RFC 3463, such as 5.1.1) or ''. */
export type BouncedRecipient = { address: string; status: string; diagnostic: string };

/** A delivery report. `hard`: the address itself is no good, sending again cannot help. */
export type MailBounce = { hard: boolean; recipients: BouncedRecipient[]; originalMessageId: string | null };

/** A calendar invitation. Times are ISO 8601 with offset or zone dropped as the calendar gave them; a date alone is a whole day. */
export type MailInvitation = {
  method: string;
  summary: string;
  start: string | null;
  end: string | null;
  location: string;
  timeZone: string;
};

/** What could not be read, or was read only in part. Never a reason to lose a mail. */
export type MailProblem =
  | 'empty'
  | 'no-headers'
  | 'header-malformed'
  | 'header-too-long'
  | 'mail-too-large'
  | 'nested-too-deep'
  | 'too-many-parts'
  | 'boundary-missing'
  | 'transfer-encoding-broken'
  | 'charset-guessed'
  | 'charset-broken'
  | 'text-cut'
  | 'html-cut'
  | 'html-unreadable'
  | 'date-unreadable'
  | 'winmail-unreadable'
  | 'encrypted'
  | 'parser-failed';

/** What a reader needs of a body. `text` = `visibleReply` and `quoted` together, line for line. */
export type MailBody = { text: string; visibleReply: string; quoted: string; html: string | null };

/** A mail, read. Nothing in here is trusted: names and addresses are what the sender claimed. */
export type ParsedMail = MailBody & {
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  subject: string;
  from: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  date: Date | null;
  attachments: MailAttachment[];
  invitation: MailInvitation | null;
  autoReply: boolean;
  bounce: MailBounce | null;
  mailingList: boolean;
  /** No machine of ours is to answer it: a list, a bulk mailing, a sender that asks for none or that nobody reads. */
  wantsNoAnswer: boolean;
  signed: boolean;
  authenticationResults: string[];
  /** Our own mark, if the mail carries one: the value of the header that every mail we send has. */
  ownLoopMark: string | null;
  problems: MailProblem[];
};
