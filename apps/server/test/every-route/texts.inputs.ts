import { newId } from '../../src/platform/ids/ids.ts';
import { canned, get } from './examples.ts';
import type { Inputs } from './world.ts';

const macro = { name: '返品受付', actions: [{ do: 'add_tags', tags: ['返品'] }] };
const seen = { seq: 1_000_000, status: 'open', priority: 'normal', agentId: null, teamId: null };

/** Canned responses beyond the list, folders and macros. */
export const textsInputs: Inputs = {
  'GET /api/canned-responses/all': get('/api/canned-responses/all'),
  'GET /api/canned-responses/usage': get('/api/canned-responses/usage'),
  'POST /api/own-canned-responses': () => ({ url: '/api/own-canned-responses', body: canned }),
  'PUT /api/own-canned-responses/:id': ({ cannedResponse }) => ({ url: `/api/own-canned-responses/${cannedResponse}`, body: canned }),
  'DELETE /api/own-canned-responses/:id': ({ cannedResponse }) => ({ url: `/api/own-canned-responses/${cannedResponse}` }),
  'GET /api/conversations/:id/text-values': ({ conversation }) => ({ url: `/api/conversations/${conversation}/text-values` }),
  'GET /api/conversations/:id/canned-suggestions': ({ conversation }) => ({ url: `/api/conversations/${conversation}/canned-suggestions` }),
  'POST /api/conversations/:id/canned-uses': ({ conversation, cannedResponse }) => ({
    url: `/api/conversations/${conversation}/canned-uses`,
    body: { cannedId: cannedResponse },
  }),
  'GET /api/text-folders': get('/api/text-folders?kind=canned'),
  'POST /api/text-folders': () => ({ url: '/api/text-folders', body: { kind: 'canned', name: '配送' } }),
  'PATCH /api/text-folders/:id': () => ({ url: `/api/text-folders/${newId('tfo')}`, body: { name: '返品' } }),
  'DELETE /api/text-folders/:id': () => ({ url: `/api/text-folders/${newId('tfo')}` }),
  'GET /api/macros': get('/api/macros'),
  'GET /api/macros/all': get('/api/macros/all'),
  'GET /api/macros/usage': get('/api/macros/usage'),
  'POST /api/macros': () => ({ url: '/api/macros', body: macro }),
  'PUT /api/macros/:id': () => ({ url: `/api/macros/${newId('mac')}`, body: macro }),
  'DELETE /api/macros/:id': () => ({ url: `/api/macros/${newId('mac')}` }),
  'POST /api/own-macros': () => ({ url: '/api/own-macros', body: macro }),
  'PUT /api/own-macros/:id': () => ({ url: `/api/own-macros/${newId('mac')}`, body: macro }),
  'DELETE /api/own-macros/:id': () => ({ url: `/api/own-macros/${newId('mac')}` }),
  'POST /api/macros/:id/run': ({ conversation }) => ({
    url: `/api/macros/${newId('mac')}/run`,
    body: { conversationId: conversation, seen, idempotencyKey: 'one' },
  }),
  'POST /api/macros/:id/run-on-many': ({ conversation }) => ({
    url: `/api/macros/${newId('mac')}/run-on-many`,
    body: { seen: [{ id: conversation, ...seen }] },
  }),
};
