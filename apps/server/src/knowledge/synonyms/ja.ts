import { accountLogin } from './ja/account-login.ts';
import { brokenFaulty } from './ja/broken-faulty.ts';
import { cancelLeave } from './ja/cancel-leave.ts';
import { changeUpdate } from './ja/change-update.ts';
import { contractReservation } from './ja/contract-reservation.ts';
import { delivery } from './ja/delivery.ts';
import { devicesNetwork } from './ja/devices-network.ts';
import { documentsReceipts } from './ja/documents-receipts.ts';
import { giftsLife } from './ja/gifts-life.ts';
import { healthEducation } from './ja/health-education.ts';
import { ordersStock } from './ja/orders-stock.ts';
import { paymentMoney } from './ja/payment-money.ts';
import { peopleContact } from './ja/people-contact.ts';
import { pointsCoupons } from './ja/points-coupons.ts';
import { returnsRefunds } from './ja/returns-refunds.ts';
import { securityPersonalData } from './ja/security-personal-data.ts';
import { timeQuantityQuality } from './ja/time-quantity-quality.ts';
import { townUtilities } from './ja/town-utilities.ts';
import { parseGroups } from './parse-groups.ts';

/** Japanese words and phrases that mean the same in customer support, one group each. */
export const GROUPS_JA: readonly (readonly string[])[] = parseGroups([
  cancelLeave,
  returnsRefunds,
  delivery,
  ordersStock,
  paymentMoney,
  documentsReceipts,
  accountLogin,
  changeUpdate,
  brokenFaulty,
  pointsCoupons,
  peopleContact,
  contractReservation,
  devicesNetwork,
  securityPersonalData,
  timeQuantityQuality,
  giftsLife,
  townUtilities,
  healthEducation,
]);
