import * as contract from '@madoguchi/contract/notifications.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../platform/ctx.ts';
import { forbidden } from '../platform/http/refusal.ts';
import { serve } from '../platform/http/routes.ts';
import { listNotifications, unreadOf } from './inbox/list.queries.ts';
import { readByAgent } from './inbox/read.commands.ts';
import { addDevice, devicesOf, present, removeDevice } from './push/devices.commands.ts';
import { type PushPart, tryDevice } from './push/push.commands.ts';
import { keepSettings, pause, setPolicy } from './settings/settings.commands.ts';
import { ownSettings, policyOf } from './settings/settings.queries.ts';

type Deps = PushPart & { canMail: boolean; publicKey: string; hosts: readonly string[] };

/** Only people are told of things; an API key has no bell. */
function me({ actor }: Ctx): string {
  if (actor.kind !== 'agent' || actor.id === null) throw forbidden();
  return actor.id;
}

export function notificationsRoutes(app: FastifyInstance, deps: Deps): void {
  const unread = (ctx: Ctx) => ctx.transaction((tx) => unreadOf(tx, ctx.viewer.workspaceId, me(ctx)));
  const own = (ctx: Ctx) => ctx.transaction((tx) => ownSettings(ctx, tx, me(ctx), deps.canMail));

  serve(app, contract.listNotifications, 'signed_in', (ctx, { query }) =>
    ctx.transaction((tx) => listNotifications(tx, ctx.viewer.workspaceId, me(ctx), query)),
  );
  serve(app, contract.countNotifications, 'signed_in', unread);
  serve(app, contract.readNotifications, 'signed_in', async (ctx, { body }) => {
    await readByAgent(ctx, me(ctx), body);
    return unread(ctx);
  });

  serve(app, contract.getNotificationSettings, 'signed_in', own);
  serve(app, contract.updateNotificationSettings, 'signed_in', async (ctx, { body }) => {
    await keepSettings(ctx, me(ctx), body);
    return own(ctx);
  });
  serve(app, contract.pauseNotifications, 'signed_in', async (ctx, { body }) => {
    await pause(ctx, me(ctx), body.minutes);
    return own(ctx);
  });
  serve(app, contract.getNotificationPolicy, 'workspace.read', (ctx) => ctx.transaction((tx) => policyOf(ctx, tx)));
  serve(app, contract.updateNotificationPolicy, 'workspace.manage', (ctx, { body }) => setPolicy(ctx, body));

  serve(app, contract.listPushDevices, 'signed_in', async (ctx) => {
    const items = await ctx.transaction((tx) => devicesOf(ctx, tx, me(ctx)));
    return { publicKey: deps.publicKey, items: items.map(present) };
  });
  serve(app, contract.addPushDevice, 'signed_in', (ctx, { body, request }) =>
    addDevice(ctx, me(ctx), body, {
      sealingKey: deps.sealingKey,
      hosts: deps.hosts,
      userAgent: String(request.headers['user-agent'] ?? ''),
    }),
  );
  serve(app, contract.removePushDevice, 'signed_in', async (ctx, { params }) => {
    await removeDevice(ctx, me(ctx), params.id);
    return undefined;
  });
  serve(
    app,
    contract.tryPushDevice,
    'signed_in',
    async (ctx, { params }) => ({ outcome: await tryDevice(ctx, deps, me(ctx), params.id) }),
    { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
  );
}
