// Pure: what our door says (RFC 5321, codes of RFC 3463). A 4xx is tried again by whoever sends; a 5xx goes back to the writer.

/** A refusal as the SMTP library says it. */
export const smtpReply = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

export const replies = {
  unknown: () => smtpReply(550, '5.1.1 No such mailbox here'),
  paused: () => smtpReply(450, '4.2.1 This mailbox takes no mail at the moment, please try again later'),
  notNow: () => smtpReply(451, '4.3.0 Could not be kept at the moment, please try again later'),
  tooLarge: () => smtpReply(552, '5.3.4 The message is larger than this server takes'),
  full: () => smtpReply(452, '4.3.1 Too much mail at once, please try again later'),
  tooManyAsked: () => smtpReply(421, '4.7.0 Too many unknown recipients, please try again later'),
  tooManyConnections: () => smtpReply(421, '4.7.0 Too many connections, please try again later'),
};
