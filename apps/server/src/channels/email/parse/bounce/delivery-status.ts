import { decodeRaw } from '../charset/encoded-words.ts';
import type { BouncedRecipient } from '../mail.types.ts';

export type ReportedRecipient = BouncedRecipient & { action: string };

/**
 * The recipients of a delivery report (RFC 3464). The same fields are found when a mailer put them into the text instead.
 * @param report one character per byte
 */
export function readDeliveryStatus(report: string): ReportedRecipient[] {
  const lines = report.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const recipients: ReportedRecipient[] = [];
  let draft = newDraft();
  const close = (): void => {
    if (draft.address || (draft.action && draft.status)) recipients.push(draft);
    draft = newDraft();
  };
  for (const line of lines) {
    const field = /^([a-z-]{3,40})\s*:\s*(.*)$/i.exec(line.trim());
    if (line.trim() === '') close();
    if (!field) continue;
    const [, name = '', value = ''] = field;
    if (/^final-recipient$/i.test(name)) draft.address = addressOf(value) || draft.address;
    else if (/^(?:original|x-actual)-recipient$/i.test(name)) draft.address ||= addressOf(value);
    else if (/^action$/i.test(name)) draft.action = value.toLowerCase().split(/\s/)[0] ?? '';
    else if (/^status$/i.test(name)) draft.status = /\d\.\d{1,3}\.\d{1,3}/.exec(value)?.[0] ?? '';
    else if (/^diagnostic-code$/i.test(name)) draft.diagnostic = decodeRaw(value.replace(/^[\w-]+\s*;\s*/, '')).slice(0, 1_000);
  }
  close();
  return recipients;
}

const newDraft = (): ReportedRecipient => ({ address: '', status: '', diagnostic: '', action: '' });

function addressOf(value: string): string {
  const text = value.replace(/^[\w-]+\s*;\s*/, '').trim();
  return /[^\s<>"();]+@[^\s<>"();]+/.exec(text)?.[0] ?? text.replace(/^<|>$/g, '');
}
