import { embeddingSettings } from '@madoguchi/contract/embeddings.ts';
import { modelSettings } from '@madoguchi/contract/models.ts';
import { notificationPolicy } from '@madoguchi/contract/notifications.ts';
import { retentionKind, setRetention as setRetentionContract } from '@madoguchi/contract/retention.ts';
import { putSingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import { switchSpamFilter } from '@madoguchi/contract/spam.ts';
import { z } from 'zod';
import { changeSingleSignOn } from '../../agents/single-sign-on/settings.commands.ts';
import { storedSingleSignOn, toSettings } from '../../agents/single-sign-on/settings.queries.ts';
import { changeEmbeddingSettings } from '../../models/embeddings/embeddings.commands.ts';
import { storedEmbeddingSettings, toEmbeddingSettings } from '../../models/embeddings/embeddings.queries.ts';
import { changeModelSettings } from '../../models/models.commands.ts';
import { storedSettings, toModelSettings } from '../../models/models.queries.ts';
import { setPolicy } from '../../notifications/settings/settings.commands.ts';
import { policyOf } from '../../notifications/settings/settings.queries.ts';
import { setRetention } from '../../people/retention/retention.commands.ts';
import { retentionRules } from '../../people/retention/retention.queries.ts';
import { switchFilter } from '../../spam/filter/filter.commands.ts';
import { filterOf } from '../../spam/filter/filter.queries.ts';
import type { Kind } from '../configuration.types.ts';
import { oneOf } from './make-kind.ts';

/** Whether all have to come in by the provider is decided where it was tried: it would lock out those of another workspace. */
const singleSignOnShape = putSingleSignOn.body
  .omit({ clientSecret: true, required: true })
  .extend({ hasSecret: z.boolean().default(false) });
const { keep } = setRetentionContract.body.shape;
const retentionShape = z.object({ conversations: keep, payloads: keep, searches: keep, audit: keep });

/** Who comes in and how, what goes out to others, and what is kept: always without the secrets. */
export const safetyKinds: Kind[] = [
  oneOf({
    name: 'single-sign-on',
    shape: singleSignOnShape,
    secret: 'hasSecret',
    read: async (ctx, tx) => toSettings(await storedSingleSignOn(tx, ctx.viewer.workspaceId)),
    write: async (ctx, { hasSecret: _, ...value }, { single }) => {
      const before = await ctx.transaction((tx) => storedSingleSignOn(tx, ctx.viewer.workspaceId));
      return changeSingleSignOn(ctx, single, { ...value, required: before?.required ?? false });
    },
  }),
  oneOf({
    name: 'models',
    shape: modelSettings,
    secret: 'hasKey',
    read: async (ctx, tx) => toModelSettings(await storedSettings(tx, ctx.viewer.workspaceId)),
    write: (ctx, { hasKey: _, ...value }, { models }) => changeModelSettings(ctx, models, value),
  }),
  oneOf({
    name: 'embeddings',
    shape: embeddingSettings,
    secret: 'hasKey',
    read: async (ctx, tx) => toEmbeddingSettings(await storedEmbeddingSettings(tx, ctx.viewer.workspaceId)),
    write: (ctx, { hasKey: _, ...value }, { embeddings }) => changeEmbeddingSettings(ctx, embeddings, value),
  }),
  oneOf({
    name: 'spam-filter',
    shape: switchSpamFilter.body,
    read: (ctx, tx) => filterOf(tx, ctx.viewer.workspaceId),
    write: (ctx, { on }) => switchFilter(ctx, on),
  }),
  oneOf({ name: 'notifications', shape: notificationPolicy, read: policyOf, write: setPolicy }),
  oneOf({
    name: 'retention',
    shape: retentionShape,
    read: async (ctx, tx) => Object.fromEntries((await retentionRules(tx, ctx.viewer.workspaceId)).map(({ kind, keep }) => [kind, keep])),
    write: async (ctx, wanted) => {
      for (const kind of retentionKind.options) await setRetention(ctx, kind, wanted[kind]);
    },
  }),
];
