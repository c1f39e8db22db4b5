import type { OrderReturn } from '@madoguchi/contract/commerce.ts';
import type { Words } from '../app/locale.tsx';

/** What comes back, in one line. */
export const goodsOf = (t: Words, { lines }: Pick<OrderReturn, 'lines'>): string =>
  lines.map(({ name, quantity }) => t('order.line', { name, quantity })).join(t('list.comma'));
