import type { MailFailure } from '@madoguchi/contract/system-mail.ts';
import type { AdminKey } from '../../admin/admin-words.ts';

/** Why a mail did not go out, and what to do about it. */
export const mailFailureWords: Record<MailFailure, AdminKey> = {
  not_set_up: 'mail.failure.not_set_up',
  unreachable: 'mail.failure.unreachable',
  time_limit: 'mail.failure.time_limit',
  tls: 'mail.failure.tls',
  sign_in: 'mail.failure.sign_in',
  sender: 'mail.failure.sender',
  address: 'mail.failure.address',
  refused: 'mail.failure.refused',
};
