import type { AcknowledgementWords, MailAddress } from '@madoguchi/contract/mail-addresses.ts';

export type AddressForm = {
  address: string;
  name: string;
  signature: string;
  subjectJa: string;
  textJa: string;
  subjectEn: string;
  textEn: string;
};

/** An address as its form has it; null is a new one. */
export const formOfAddress = (one: MailAddress | null): AddressForm => ({
  address: one?.address ?? '',
  name: one?.name ?? '',
  signature: one?.signature ?? '',
  subjectJa: one?.acknowledgements.ja?.subject ?? '',
  textJa: one?.acknowledgements.ja?.text ?? '',
  subjectEn: one?.acknowledgements.en?.subject ?? '',
  textEn: one?.acknowledgements.en?.text ?? '',
});

/** The form as it is saved: a language without a text has no acknowledgement. */
export function addressOf({ address, name, signature, subjectJa, textJa, subjectEn, textEn }: AddressForm): MailAddress {
  const words = (subject: string, text: string): AcknowledgementWords | null => (text.trim() ? { subject: subject.trim(), text } : null);
  const [ja, en] = [words(subjectJa, textJa), words(subjectEn, textEn)];
  return {
    address: address.trim(),
    name: name.trim(),
    signature,
    acknowledgements: { ...(ja ? { ja } : {}), ...(en ? { en } : {}) },
  };
}
