import type { TokenizerAndRendererExtension, Tokens } from 'marked';

export const CALLOUTS = ['note', 'tip', 'warning'] as const;
export type CalloutKind = (typeof CALLOUTS)[number];
/** The word over each kind of callout, in the reader's language. */
export type CalloutWords = (kind: CalloutKind) => string;

export type CalloutToken = Tokens.Generic & { type: 'callout'; kind: CalloutKind };

const BEGIN = /^ {0,3}> ?\[!(note|tip|warning)\][ \t]*(?:\n|$)/i;
const REST = /^(?: {0,3}>[^\n]*(?:\n|$))+/;

/**
 * Callouts as GitHub writes them: a quote whose first line is `[!NOTE]`, `[!TIP]` or `[!WARNING]`. Where nobody knows them they are
 * still a quote. Every line begins with `>`; a line that does not is no part of it.
 */
export const callout = (words: CalloutWords): TokenizerAndRendererExtension => ({
  name: 'callout',
  level: 'block',
  start: (source) => {
    const at = source.search(/(?:^|\n) {0,3}> ?\[!(?:note|tip|warning)\]/i);
    return at < 0 ? undefined : at;
  },
  tokenizer(source) {
    const begin = BEGIN.exec(source);
    if (!begin) return undefined;
    const rest = REST.exec(source.slice(begin[0].length))?.[0] ?? '';
    const inside = rest.replace(/^ {0,3}> ?/gm, '');
    return {
      type: 'callout',
      raw: begin[0] + rest,
      kind: begin[1]!.toLowerCase(),
      tokens: this.lexer.blockTokens(inside, []),
    };
  },
  renderer(token) {
    const { kind, tokens = [] } = token as CalloutToken;
    const word = words(kind);
    const title = word && `<p class="callout-title">${word}</p>\n`;
    return `<blockquote class="callout callout-${kind}">\n${title}${this.parser.parse(tokens)}</blockquote>\n`;
  },
});
