/** What is read of a mail to find the conversation it belongs to. Addresses are in lower case where they are the sender's or the envelope's. */
export type MailHints = { references: string[]; addresses: string[]; subject: string; from: string };
