// Pure: passages of a conversation, as they stand in a mail to somebody who is not the customer.

type Passage = { by: 'customer' | 'us'; at: string; text: string };
type QuoteWords = { customer: string; us: string };

/** The passages, each under a line that says whose words they are and when, without a name; nothing for none. */
export function quoted(passages: readonly Passage[], words: QuoteWords): string {
  return passages
    .map(({ by, at, text }) =>
      [
        `${words[by]} (${at})`,
        ...text
          .trim()
          .split('\n')
          .map((line) => `> ${line}`),
      ].join('\n'),
    )
    .join('\n\n');
}
