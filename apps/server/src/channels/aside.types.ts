import type { Ctx } from '../platform/ctx.ts';
import type { Call } from './port/call.types.ts';
import type { InboundEvent } from './port/port.types.ts';

/**
 * Takes in what came over an inbox and belongs to no customer, such as the answer of somebody who was asked beside a conversation. Bears a repetition.
 * @returns whether it was such a thing: then nobody else takes it
 */
export type TakeAside = (ctx: Ctx, call: Call, event: InboundEvent) => Promise<boolean>;
