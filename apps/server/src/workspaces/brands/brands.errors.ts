import { refusal } from '../../platform/http/refusal.ts';

export const brandKeyTaken = refusal('brand.key_taken', 409);
/** Also when another company of this installation has the domain. */
export const brandHostTaken = refusal('brand.host_taken', 409);
export const brandHostInvalid = refusal('brand.host_invalid', 422);
export const brandTooMany = refusal('brand.too_many', 409);
export const brandIsDefault = refusal('brand.is_default', 409);
/** Members `inboxes` and `articles`: how many name it. */
export const brandInUse = refusal('brand.in_use', 409);
