import { newId } from '../../src/platform/ids/ids.ts';
import { get } from './examples.ts';
import type { Inputs } from './world.ts';

export const ruleExample = {
  name: '返品は急ぎ',
  enabled: false,
  when: { kind: 'event', event: 'opened' },
  conditions: [{ any: [{ field: 'text', is: true, of: ['返品'] }] }],
  actions: [{ do: 'set_priority', priority: 'high' }],
  stopAfter: false,
};

/** Rules that act by themselves. */
export const automationInputs: Inputs = {
  'GET /api/automation/rules': get('/api/automation/rules'),
  'POST /api/automation/rules': () => ({ url: '/api/automation/rules', body: ruleExample }),
  'PUT /api/automation/rules/:id': ({ rule }) => ({ url: `/api/automation/rules/${rule}`, body: ruleExample }),
  'PUT /api/automation/rules/:id/enabled': ({ rule }) => ({ url: `/api/automation/rules/${rule}/enabled`, body: { enabled: false } }),
  'DELETE /api/automation/rules/:id': ({ rule }) => ({ url: `/api/automation/rules/${rule}` }),
  'PUT /api/automation/rules-order': ({ rule }) => ({ url: '/api/automation/rules-order', body: { ids: [rule] } }),
  'DELETE /api/automation/rules/:id/stops': ({ rule }) => ({ url: `/api/automation/rules/${rule}/stops` }),
  'GET /api/automation/rules/:id/runs': ({ rule }) => ({ url: `/api/automation/rules/${rule}/runs` }),
  'GET /api/conversations/:id/automation-runs': ({ conversation }) => ({ url: `/api/conversations/${conversation}/automation-runs` }),
  'GET /api/automation-runs/:id': () => ({ url: `/api/automation-runs/${newId('arn')}` }),
  'POST /api/automation-runs/:id/undo': () => ({ url: `/api/automation-runs/${newId('arn')}/undo` }),
  'POST /api/automation/dry-runs': () => ({
    url: '/api/automation/dry-runs',
    body: { rule: { when: ruleExample.when, conditions: ruleExample.conditions }, days: 30 },
  }),
  'GET /api/automation/dry-runs/:id': () => ({ url: `/api/automation/dry-runs/${newId('adr')}` }),
  'DELETE /api/automation/dry-runs/:id': () => ({ url: `/api/automation/dry-runs/${newId('adr')}` }),
};
