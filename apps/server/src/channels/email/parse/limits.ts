// How much of one mail is read. What lies beyond is left out with a problem code; the raw mail is kept by the channel all the same.

/** Bytes of a mail that are parsed: 25 MB of files, grown by base64, and room for the text. */
export const MAX_MAIL_BYTES = 40 * 1024 * 1024;
/** Bytes of one part's header block, and of one header's value. */
export const MAX_HEADER_BLOCK_BYTES = 256 * 1024;
export const MAX_HEADER_BYTES = 32 * 1024;
/** Multiparts and mails within mails. Real mail stays below ten. */
export const MAX_DEPTH = 250;
export const MAX_PARTS = 500;
/** Bytes looked through for boundaries, all levels together: depth times size would grow without it. */
export const MAX_SCANNED_BYTES = 512 * 1024 * 1024;
/** Characters of a body's text, and of HTML that is cleaned and turned into text. */
export const MAX_TEXT_CHARS = 500_000;
export const MAX_HTML_CHARS = 1_000_000;
/** Tags of a body, and tags within tags. */
export const MAX_HTML_TAGS = 20_000;
export const MAX_HTML_DEPTH = 250;
/** Bytes of a text part that are decoded: the longest encoding of the characters that are kept. */
export const MAX_TEXT_PART_BYTES = 12 * 1024 * 1024;
/** Lines in which the end of a reply is looked for. Whatever follows is quoted. */
export const MAX_REPLY_LINES = 5_000;
/** Addresses of one header, ids of References. */
export const MAX_ADDRESSES = 500;
export const MAX_REFERENCES = 100;
/** Characters of a file name. */
export const MAX_FILE_NAME = 180;
/** Characters of a bounce's text in which patterns are looked for. */
export const MAX_BOUNCE_CHARS = 60_000;
