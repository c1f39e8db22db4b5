import type { Contract, OrderReturn, OrderState, Shipment } from '@madoguchi/contract/commerce.ts';
import type { Tone } from './state-mark.tsx';

export const orderTone: Readonly<Record<OrderState, Tone>> = {
  placed: 'calm',
  paid: 'calm',
  shipped: 'calm',
  delivered: 'good',
  cancelled: 'over',
};
export const shipmentTone: Readonly<Record<Shipment['state'], Tone>> = {
  preparing: 'over',
  shipped: 'calm',
  delivered: 'good',
  came_back: 'bad',
};
export const returnTone: Readonly<Record<OrderReturn['state'], Tone>> = {
  requested: 'bad',
  approved: 'calm',
  received: 'calm',
  refused: 'over',
  refunded: 'good',
  exchanged: 'good',
};
export const contractTone: Readonly<Record<Contract['standing'], Tone>> = { running: 'good', coming: 'calm', ended: 'over' };
