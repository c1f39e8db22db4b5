import { accountLogin } from './en/account-login.ts';
import { brokenFaulty } from './en/broken-faulty.ts';
import { cancelLeave } from './en/cancel-leave.ts';
import { changeUpdate } from './en/change-update.ts';
import { contractBooking } from './en/contract-booking.ts';
import { delivery } from './en/delivery.ts';
import { devicesNetwork } from './en/devices-network.ts';
import { documentsReceipts } from './en/documents-receipts.ts';
import { giftsLife } from './en/gifts-life.ts';
import { ordersStock } from './en/orders-stock.ts';
import { paymentMoney } from './en/payment-money.ts';
import { peopleContact } from './en/people-contact.ts';
import { pointsCoupons } from './en/points-coupons.ts';
import { returnsRefunds } from './en/returns-refunds.ts';
import { securityPersonalData } from './en/security-personal-data.ts';
import { timeQuantityQuality } from './en/time-quantity-quality.ts';
import { parseGroups } from './parse-groups.ts';

/** English words and phrases of customer support that mean the same. */
export const GROUPS_EN: readonly (readonly string[])[] = parseGroups([
  accountLogin,
  brokenFaulty,
  cancelLeave,
  changeUpdate,
  contractBooking,
  delivery,
  devicesNetwork,
  documentsReceipts,
  giftsLife,
  ordersStock,
  paymentMoney,
  peopleContact,
  pointsCoupons,
  returnsRefunds,
  securityPersonalData,
  timeQuantityQuality,
]);
