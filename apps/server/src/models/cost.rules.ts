// Pure.

const MILLION = 1_000_000;

/** What a call cost at prices per million tokens; null while either price is unknown. */
export const costOf = (
  tokens: { tokens_in: number; tokens_out: number },
  prices: { price_in: number | null; price_out: number | null },
): number | null =>
  prices.price_in === null || prices.price_out === null
    ? null
    : (tokens.tokens_in * prices.price_in + tokens.tokens_out * prices.price_out) / MILLION;
