/** A shell command that sends one order: the secret is typed where it says SECRET. */
export function tryCommand(address: string): string {
  const order = {
    externalId: 'test-1',
    number: 'TEST-0001',
    state: 'paid',
    customer: { email: 'taro@mail.example' },
    placedAt: '2026-01-01T09:00:00+09:00',
    currency: 'JPY',
    total: '1980',
    lines: [{ name: 'Test', quantity: 1, price: '1980' }],
    updatedAt: '2026-01-01T09:00:00+09:00',
  };
  return [
    `BODY='${JSON.stringify({ orders: [order] })}'`,
    `SIGN=$(printf %s "$BODY" | openssl dgst -sha256 -hmac 'SECRET' | sed 's/.* //')`,
    `curl -X POST '${address}' -H 'Content-Type: application/json' -H "X-Madoguchi-Signature: sha256=$SIGN" -d "$BODY"`,
  ].join('\n');
}
