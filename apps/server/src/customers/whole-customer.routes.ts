import * as attributes from '@madoguchi/contract/attributes.ts';
import * as notes from '@madoguchi/contract/customer-notes.ts';
import * as organizations from '@madoguchi/contract/organizations.ts';
import * as segments from '@madoguchi/contract/segments.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import { createAttribute, deleteAttribute, updateAttribute } from './attributes/attributes.commands.ts';
import { listAttributes } from './attributes/attributes.queries.ts';
import { addNote, deleteNote, editNote, listNotes } from './notes/notes.commands.ts';
import { createOrganization, deleteOrganization, updateOrganization } from './organizations/organizations.commands.ts';
import { listOrganizations, organizationById, peopleOf, proposalFor } from './organizations/organizations.queries.ts';
import { deleteSegment, listSegments, saveSegment } from './segments/segments.commands.ts';

/** What is known of customers beside themselves: organizations, attributes, notes, segments. */
export function wholeCustomerRoutes(app: FastifyInstance): void {
  serve(app, organizations.listOrganizations, 'customer.read', (ctx, { query }) =>
    ctx.transaction((tx) => listOrganizations(tx, ctx.viewer.workspaceId, query)),
  );
  serve(app, organizations.getOrganization, 'customer.read', (ctx, { params }) =>
    ctx.transaction(async (tx) => {
      const { workspaceId } = ctx.viewer;
      return { ...(await organizationById(tx, workspaceId, params.id)), people: await peopleOf(tx, workspaceId, params.id) };
    }),
  );
  serve(app, organizations.createOrganization, 'customer.write', async (ctx, { body }) => {
    const id = await createOrganization(ctx, body);
    return ctx.transaction((tx) => organizationById(tx, ctx.viewer.workspaceId, id));
  });
  serve(app, organizations.updateOrganization, 'customer.write', async (ctx, { params, body }) => {
    await updateOrganization(ctx, params.id, body);
    return ctx.transaction((tx) => organizationById(tx, ctx.viewer.workspaceId, params.id));
  });
  serve(app, organizations.deleteOrganization, 'customer.write', async (ctx, { params }) => {
    await deleteOrganization(ctx, params.id);
    return undefined;
  });
  serve(app, organizations.proposeOrganization, 'customer.read', async (ctx, { params }) => ({
    proposal: await ctx.transaction((tx) => proposalFor(tx, ctx.viewer.workspaceId, params.id)),
  }));

  serve(app, attributes.listAttributes, 'customer.read', async (ctx) => ({
    items: await ctx.transaction((tx) => listAttributes(tx, ctx.viewer.workspaceId)),
  }));
  serve(app, attributes.createAttribute, 'workspace.manage', (ctx, { body }) => createAttribute(ctx, body));
  serve(app, attributes.updateAttribute, 'workspace.manage', (ctx, { params, body }) => updateAttribute(ctx, params.id, body));
  serve(app, attributes.deleteAttribute, 'workspace.manage', async (ctx, { params }) => {
    await deleteAttribute(ctx, params.id);
    return undefined;
  });

  serve(app, notes.listCustomerNotes, 'customer.read', async (ctx, { params }) => ({ items: await listNotes(ctx, params.id) }));
  serve(app, notes.addCustomerNote, 'customer.write', (ctx, { params, body }) => addNote(ctx, params.id, body.text));
  serve(app, notes.editCustomerNote, 'customer.write', (ctx, { params, body }) => editNote(ctx, params.id, body.text));
  serve(app, notes.deleteCustomerNote, 'customer.write', async (ctx, { params }) => {
    await deleteNote(ctx, params.id);
    return undefined;
  });

  serve(app, segments.listSegments, 'customer.read', async (ctx) => ({
    items: await ctx.transaction((tx) => listSegments(ctx, tx)),
  }));
  serve(app, segments.createSegment, 'customer.write', (ctx, { body }) => saveSegment(ctx, null, body));
  serve(app, segments.updateSegment, 'customer.write', (ctx, { params, body }) => saveSegment(ctx, params.id, body));
  serve(app, segments.deleteSegment, 'customer.write', async (ctx, { params }) => {
    await deleteSegment(ctx, params.id);
    return undefined;
  });
}
