import type { TokenizerAndRendererExtension } from 'marked';

const STRONG = /^\*\*(?=\S)([^*\n]{0,500}[^*\s])\*\*(?!\*)/;

/**
 * CommonMark takes `**「返品」**は` for plain text: a closing mark between a bracket and a letter needs a space, which Japanese does not write.
 * Here a pair of `**` around words without a star is always bold.
 */
export const japaneseStrong: TokenizerAndRendererExtension = {
  name: 'strong',
  level: 'inline',
  start: (source) => {
    const at = source.indexOf('**');
    return at < 0 ? undefined : at;
  },
  tokenizer(source) {
    const match = STRONG.exec(source);
    if (!match) return undefined;
    return { type: 'strong', raw: match[0], text: match[1]!, tokens: this.lexer.inlineTokens(match[1]!) };
  },
};
