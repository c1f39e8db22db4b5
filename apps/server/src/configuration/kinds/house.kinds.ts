import { createAttribute, updateAttribute as updateAttributeContract } from '@madoguchi/contract/attributes.ts';
import { createCalendar as createCalendarContract } from '@madoguchi/contract/calendars.ts';
import { roleBody } from '@madoguchi/contract/roles.ts';
import { createSegment as createSegmentContract } from '@madoguchi/contract/segments.ts';
import { updateInbox as updateInboxContract, workspace } from '@madoguchi/contract/workspaces.ts';
import { z } from 'zod';
import { createRole, removeRole, updateRole } from '../../agents/roles/roles.commands.ts';
import { listRoles } from '../../agents/roles/roles.queries.ts';
import { createTeam, updateTeam } from '../../agents/teams.commands.ts';
import { listTeams } from '../../agents/teams.queries.ts';
import * as attributes from '../../customers/attributes/attributes.commands.ts';
import { listAttributes } from '../../customers/attributes/attributes.queries.ts';
import { deleteSegment, listSegments, saveSegment } from '../../customers/segments/segments.commands.ts';
import { createCalendar, removeCalendar, updateCalendar } from '../../workspaces/hours/calendars.commands.ts';
import { listCalendars } from '../../workspaces/hours/calendars.queries.ts';
import { updateInbox } from '../../workspaces/inboxes.commands.ts';
import { listInboxes } from '../../workspaces/inboxes.queries.ts';
import { updateWorkspace } from '../../workspaces/workspaces.commands.ts';
import { readWorkspace } from '../../workspaces/workspaces.queries.ts';
import { entryMissing, kindFixed } from '../configuration.errors.ts';
import type { Kind, Value } from '../configuration.types.ts';
import { brandsKind } from './brands.kind.ts';
import { manyOf, oneOf } from './make-kind.ts';

const inboxShape = updateInboxContract.body.required().omit({ paused: true }).extend({ channel: z.string() });
const attributeShape = createAttribute.body.extend({ key: z.string().min(1) });
const asked = (value: Value, name: string) =>
  (Array.isArray(value[name]) ? value[name] : []).flatMap((one) => {
    const { on, key } = (one ?? {}) as Value;
    return on === 'attribute' ? [`${String(value.subject)} ${String(key)}`] : [];
  });
const changeable = updateAttributeContract.body.omit({ place: true });

/** The company itself: its faces, its people by group, its hours, what it wants to know. */
export const houseKinds: Kind[] = [
  oneOf({
    name: 'workspace',
    shape: workspace.omit({ id: true }),
    read: (ctx, tx) => readWorkspace(tx, ctx.viewer.workspaceId),
    write: updateWorkspace,
  }),
  brandsKind,
  manyOf({
    name: 'teams',
    prefix: 'tem',
    shape: z.object({ name: z.string().min(1).max(100) }),
    list: listTeams,
    idOf: ({ id }) => id,
    create: (ctx, { name }) => createTeam(ctx, { name, memberIds: [] }),
    update: (ctx, id, { name }, { access }) => updateTeam(ctx, access, id, { name }),
  }),
  manyOf({
    name: 'roles',
    prefix: 'rol',
    shape: roleBody,
    list: async (ctx, tx) => (await listRoles(ctx, tx)).items,
    idOf: ({ id }) => id,
    create: createRole,
    update: (ctx, id, value, { access }) => updateRole(ctx, access, id, value),
    remove: (ctx, id, { access }) => removeRole(ctx, access, id, undefined),
  }),
  manyOf({
    name: 'inboxes',
    prefix: 'ibx',
    shape: inboxShape,
    list: listInboxes,
    idOf: ({ id }) => id,
    create: async () => {
      throw entryMissing();
    },
    update: (ctx, id, { channel: _channel, ...value }) => updateInbox(ctx, id, value),
  }),
  manyOf({
    name: 'calendars',
    prefix: 'cal',
    shape: createCalendarContract.body,
    list: (ctx, tx) => listCalendars(tx, ctx.viewer.workspaceId),
    idOf: ({ id }) => id,
    create: createCalendar,
    update: updateCalendar,
    remove: removeCalendar,
  }),
  manyOf({
    name: 'attributes',
    shape: attributeShape,
    keyOf: ({ subject, key }) => `${subject} ${key}`,
    needs: (value) => [...asked(value, 'shownWhen'), ...asked(value, 'requiredWhen')],
    list: (ctx, tx) => listAttributes(tx, ctx.viewer.workspaceId),
    idOf: ({ id }) => id,
    // The key is what it was called first: made under that name, and renamed.
    create: async (ctx, { key, ...value }) => {
      const made = await attributes.createAttribute(ctx, { ...value, label: key });
      return value.label === key ? made : attributes.updateAttribute(ctx, made.id, { label: value.label });
    },
    update: async (ctx, id, value) => {
      const before = await ctx.transaction((tx) => listAttributes(tx, ctx.viewer.workspaceId));
      if (before.find((one) => one.id === id)?.kind !== value.kind) throw kindFixed();
      return attributes.updateAttribute(ctx, id, changeable.parse(value));
    },
    remove: attributes.deleteAttribute,
    sort: async (ctx, ids) => {
      const all = await ctx.transaction((tx) => listAttributes(tx, ctx.viewer.workspaceId));
      for (const subject of ['customer', 'organization', 'conversation']) {
        const own = ids.filter((id) => all.find((one) => one.id === id)?.subject === subject);
        for (const [place, id] of own.entries()) await attributes.updateAttribute(ctx, id, { place });
      }
    },
  }),
  manyOf({
    name: 'segments',
    prefix: 'seg',
    shape: createSegmentContract.body,
    list: listSegments,
    idOf: ({ id }) => id,
    create: (ctx, value) => saveSegment(ctx, null, value),
    update: saveSegment,
    remove: deleteSegment,
  }),
];
