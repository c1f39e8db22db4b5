const BLOCK = /^(?:#{1,6} |[-*+] |\d{1,3}[.)] |> |```|\|.+\|\s*$|\[!\w+\])/m;
const INLINE = /\*\*[^*\n]+\*\*|\[[^\]\n]+\]\((?:https?:|\/)[^)\s]+\)|!\[[^\]\n]*\]\([^)\s]+\)/;

/** Whether pasted plain text is Markdown rather than words that happen to hold a star. */
export const looksLikeMarkdown = (text: string): boolean => BLOCK.test(text) || INLINE.test(text);
