import { z } from 'zod';
import { id, idParam, page, personText } from './common.ts';
import { customerSummary } from './customers.ts';
import { endpoint } from './endpoint.ts';

/** A company or household that customers belong to. */
export const organization = z.object({
  id: id('org'),
  name: z.string(),
  reading: z.string(),
  /** E-mail domains whose people belong here; those of free mail providers are nobody's. */
  domains: z.array(z.string()),
  attributes: z.record(z.string(), z.string()),
  note: z.string(),
  members: z.number().int(),
});
export type Organization = z.infer<typeof organization>;

const fields = {
  name: personText(100).min(1),
  reading: personText(100),
  domains: z.array(personText(253)).max(20),
  attributes: z.record(personText(50).min(1), personText(500)),
  note: personText(5000),
};

export const listOrganizations = endpoint('GET', '/api/organizations', {
  summary: 'Organizations, found by name, reading or domain; by name',
  query: z.object({
    q: z.string().max(200).optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: page(organization),
});
export const getOrganization = endpoint('GET', '/api/organizations/:id', {
  summary: 'An organization with its people, at most 200',
  params: idParam('org'),
  response: organization.extend({ people: z.array(customerSummary.extend({ email: z.string().nullable() })) }),
});
/** 400 organization.domain_refused for what is no domain or one of a free mail provider · 409 organization.domain_taken. */
export const createOrganization = endpoint('POST', '/api/organizations', {
  summary: 'Add an organization',
  body: z.object({
    ...fields,
    reading: fields.reading.default(''),
    domains: fields.domains.default([]),
    attributes: fields.attributes.default({}),
    note: fields.note.default(''),
  }),
  response: organization,
  status: 201,
});
export const updateOrganization = endpoint('PATCH', '/api/organizations/:id', {
  summary: 'Change an organization',
  params: idParam('org'),
  body: z.object(fields).partial(),
  response: organization,
});
export const deleteOrganization = endpoint('DELETE', '/api/organizations/:id', {
  summary: 'Remove an organization; its people stay, and belong to none',
  params: idParam('org'),
});

/** What the domain of a customer's address says; `organization` null: nobody has it yet, and `name` is a proposal. */
export const proposeOrganization = endpoint('GET', '/api/customers/:id/organization-proposal', {
  summary: 'The organization that a customer’s e-mail address speaks for',
  params: idParam('cus'),
  response: z.object({
    proposal: z
      .object({ domain: z.string(), organization: z.object({ id: id('org'), name: z.string() }).nullable(), others: z.number().int() })
      .nullable(),
  }),
});
