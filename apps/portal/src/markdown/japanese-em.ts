import type { TokenizerAndRendererExtension } from 'marked';

const EM = /^\*(?=[^\s*])([^*\n]{0,500}[^*\s])\*(?!\*)/;

/** As `japaneseStrong`, for a single star: `*「返品」*は` is emphasized, `2 * 3 * 4` is not. */
export const japaneseEm: TokenizerAndRendererExtension = {
  name: 'em',
  level: 'inline',
  start: (source) => {
    const at = source.indexOf('*');
    return at < 0 ? undefined : at;
  },
  tokenizer(source) {
    const match = EM.exec(source);
    if (!match) return undefined;
    return { type: 'em', raw: match[0], text: match[1]!, tokens: this.lexer.inlineTokens(match[1]!) };
  },
};
