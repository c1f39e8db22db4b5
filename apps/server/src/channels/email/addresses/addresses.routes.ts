import * as contract from '@madoguchi/contract/mail-addresses.ts';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/db.ts';
import { notFound } from '../../../platform/http/refusal.ts';
import { serve } from '../../../platform/http/routes.ts';
import { readInbox } from '../../../workspaces/inboxes.queries.ts';
import { storedSettings } from '../../settings/settings.queries.ts';
import { saveAddresses } from './addresses.commands.ts';
import { keptAddresses } from './addresses.queries.ts';
import { addressesOf, settingsOfAddresses } from './addresses.rules.ts';

export function addressesRoutes(app: FastifyInstance, { sealingKey }: { sealingKey: Buffer }): void {
  const read = async (ctx: Ctx, tx: Tx, inboxId: string) => {
    const inbox = await readInbox(ctx, tx, inboxId);
    if (inbox.channel !== 'email') throw notFound();
    const { workspaceId } = ctx.viewer;
    const { open } = await storedSettings(tx, sealingKey, workspaceId, inboxId);
    const all = addressesOf({ ...open, ...settingsOfAddresses(await keptAddresses(tx, workspaceId, inboxId)) });
    return { open, items: all.filter(({ address }) => address !== '') };
  };
  serve(app, contract.listMailAddresses, 'inbox.manage', (ctx, { params }) =>
    ctx.transaction(async (tx) => ({ items: (await read(ctx, tx, params.id)).items })),
  );
  serve(app, contract.saveMailAddresses, 'inbox.manage', (ctx, { params, body }) =>
    ctx.transaction(async (tx) => {
      const { open, items } = await read(ctx, tx, params.id);
      await saveAddresses(ctx, tx, params.id, { wanted: body.items, now: items, open });
      return { items: (await read(ctx, tx, params.id)).items };
    }),
  );
}
