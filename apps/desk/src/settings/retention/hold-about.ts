/** What was typed as the thing to hold: a conversation's number, or a customer's id, alone or in the address of their page. Null for neither. */
export function aboutIn(typed: string): { conversationNumber: number } | { customerId: string } | null {
  const text = typed.normalize('NFKC').trim();
  const customerId = /\bcus_[0-9a-z]{26}\b/.exec(text)?.[0];
  if (customerId) return { customerId };
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  return number && Number(number) > 0 ? { conversationNumber: Number(number) } : null;
}
