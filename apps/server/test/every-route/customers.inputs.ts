import { newId } from '../../src/platform/ids/ids.ts';
import { get, surveySettings, unique } from './examples.ts';
import type { Inputs } from './world.ts';

/** Customers and what they are asked. */
export const customersInputs: Inputs = {
  'GET /api/survey-settings': get('/api/survey-settings'),
  'PUT /api/survey-settings': () => ({ url: '/api/survey-settings', body: surveySettings }),
  'PUT /api/survey-settings/inboxes/:id': ({ inbox }) => ({
    url: `/api/survey-settings/inboxes/${inbox}`,
    body: { settings: surveySettings },
  }),
  'GET /api/surveys': get('/api/surveys'),
  'GET /api/customers': get('/api/customers'),
  'GET /api/customers/:id': ({ customer }) => ({ url: `/api/customers/${customer}` }),
  'GET /api/customers/count': get('/api/customers/count'),
  'GET /api/customers/:id/duplicates': ({ customer }) => ({ url: `/api/customers/${customer}/duplicates` }),
  'GET /api/customer-duplicates': get('/api/customer-duplicates'),
  'POST /api/customers/:id/merges': ({ customer }) => ({ url: `/api/customers/${customer}/merges`, body: { otherId: customer } }),
  'DELETE /api/customer-merges/:id': () => ({ url: `/api/customer-merges/${newId('mrg')}` }),
  'PUT /api/customers/:id/distinctions/:otherId': ({ customer }) => ({
    url: `/api/customers/${customer}/distinctions/${customer}`,
    body: { distinct: true },
  }),
  'GET /api/customers/:id/organization-proposal': ({ customer }) => ({ url: `/api/customers/${customer}/organization-proposal` }),
  'GET /api/customers/:id/notes': ({ customer }) => ({ url: `/api/customers/${customer}/notes` }),
  'POST /api/customers/:id/notes': ({ customer }) => ({ url: `/api/customers/${customer}/notes`, body: { text: 'お得意様' } }),
  'PUT /api/customer-notes/:id': () => ({ url: `/api/customer-notes/${newId('cnt')}`, body: { text: 'お得意様' } }),
  'DELETE /api/customer-notes/:id': () => ({ url: `/api/customer-notes/${newId('cnt')}` }),
  'GET /api/organizations': get('/api/organizations'),
  'POST /api/organizations': () => ({ url: '/api/organizations', body: { name: unique('旅館') } }),
  'GET /api/organizations/:id': () => ({ url: `/api/organizations/${newId('org')}` }),
  'PATCH /api/organizations/:id': () => ({ url: `/api/organizations/${newId('org')}`, body: { name: '別の名前' } }),
  'DELETE /api/organizations/:id': () => ({ url: `/api/organizations/${newId('org')}` }),
  'GET /api/attributes': get('/api/attributes'),
  'POST /api/attributes': () => ({ url: '/api/attributes', body: { subject: 'customer', label: unique('属性'), kind: 'text' } }),
  'PATCH /api/attributes/:id': () => ({ url: `/api/attributes/${newId('atd')}`, body: { label: unique('属性') } }),
  'DELETE /api/attributes/:id': () => ({ url: `/api/attributes/${newId('atd')}` }),
  'GET /api/segments': get('/api/segments'),
  'POST /api/segments': () => ({ url: '/api/segments', body: { name: '京都', filter: { prefecture: '京都府' } } }),
  'PUT /api/segments/:id': () => ({ url: `/api/segments/${newId('seg')}`, body: { name: '京都', filter: {} } }),
  'DELETE /api/segments/:id': () => ({ url: `/api/segments/${newId('seg')}` }),
  'GET /api/customers/:id/timeline': ({ customer }) => ({ url: `/api/customers/${customer}/timeline` }),
  'GET /api/customers/:id/export': ({ customer }) => ({ url: `/api/customers/${customer}/export` }),
  'DELETE /api/customers/:id': ({ customer }) => ({ url: `/api/customers/${customer}` }),
  'GET /api/customers/export.csv': get('/api/customers/export.csv'),
  'POST /api/customer-imports': () => ({
    url: '/api/customer-imports',
    file: { name: 'customers.csv', bytes: Buffer.from(`会員番号,名前\n${unique('M')},山田\n`) },
  }),
  'POST /api/customer-imports/:id/plan': () => ({ url: `/api/customer-imports/${newId('cim')}/plan`, body: { mapping: ['email'] } }),
  'POST /api/customer-imports/:id/apply': () => ({ url: `/api/customer-imports/${newId('cim')}/apply`, body: { mapping: ['email'] } }),
  'PATCH /api/customers/:id': ({ customer }) => ({ url: `/api/customers/${customer}`, body: { reading: 'べつのよみ' } }),
};
