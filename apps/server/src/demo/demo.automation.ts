import { createRule } from '../automation/rules/rules.commands.ts';
import type { Ctx } from '../platform/ctx.ts';

const A_DAY = 1440;

/** One rule that is on and does no harm, and one to look at first. */
export async function addRules(ctx: Ctx): Promise<void> {
  await createRule(ctx, {
    name: '返品・交換の相談にタグ',
    enabled: true,
    when: { kind: 'event', event: 'customer_message' },
    conditions: [
      { any: [{ field: 'text', is: true, of: ['返品', '返金', '交換'] }] },
      { any: [{ field: 'tag', is: false, of: ['返品'] }] },
    ],
    actions: [{ do: 'add_tags', tags: ['返品'] }],
    stopAfter: false,
  });
  await createRule(ctx, {
    name: '24時間返事がなければ解決に',
    enabled: false,
    when: { kind: 'timer', since: 'waiting_for_customer', minutes: A_DAY, time: 'calendar' },
    conditions: [{ any: [{ field: 'priority', is: false, of: ['urgent'] }] }],
    actions: [
      { do: 'note', text: '24時間お返事がなかったため、対応済にしました。' },
      { do: 'set_status', status: 'resolved' },
    ],
    stopAfter: false,
  });
}
