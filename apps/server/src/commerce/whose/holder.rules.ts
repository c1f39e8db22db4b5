// Pure: a buyer as a shop tells of them, in the forms of identities.
import type { Buyer } from '@madoguchi/contract/commerce.ts';
import { normaliseIdentity } from '../../customers/customers.rules.ts';
import type { Addresses, Holder } from './whose.queries.ts';

export const holderOf = ({ externalId, email, phone }: Buyer): Holder => ({
  external: normaliseIdentity('external', externalId),
  email: normaliseIdentity('email', email),
  phone: phone.trim() === '' ? '' : normaliseIdentity('phone', phone),
});

/** Whether one of these addresses is the holder's. */
export const isAmong = ({ external, email, phone }: Holder, { emails, phones, externals }: Addresses): boolean =>
  externals.includes(external) || emails.includes(email) || phones.includes(phone);
