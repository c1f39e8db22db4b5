/** Characters a field takes; the same as in the contract of the form (packages/contract/chat.ts, submitForm), checked by a test. */
export const limits = { name: 100, email: 254, subject: 200, text: 20_000 } as const;
