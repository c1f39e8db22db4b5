import { newId } from '../../src/platform/ids/ids.ts';
import { calendarExample, canned, get, image, period, policyExample, unique } from './examples.ts';
import type { Inputs } from './world.ts';

/** Conversations, and what is done with them. */
export const conversationsInputs: Inputs = {
  'GET /api/search': get('/api/search?q=%E6%80%A5%E9%A0%88'),
  'GET /api/search/build': get('/api/search/build'),
  'POST /api/search/build': () => ({ url: '/api/search/build' }),
  'GET /api/calendars': get('/api/calendars'),
  'POST /api/calendars': () => ({ url: '/api/calendars', body: calendarExample }),
  'PUT /api/calendars/:id': ({ calendar: id }) => ({ url: `/api/calendars/${id}`, body: { ...calendarExample, name: '別の名前' } }),
  'DELETE /api/calendars/:id': ({ calendar: id }) => ({ url: `/api/calendars/${id}` }),
  'POST /api/calendars/preview': () => ({ url: '/api/calendars/preview', body: { timezone: null, hours: null } }),
  'GET /api/promises/policies': get('/api/promises/policies'),
  'POST /api/promises/policies': () => ({ url: '/api/promises/policies', body: policyExample }),
  'PUT /api/promises/policies/:id': ({ policy: id }) => ({ url: `/api/promises/policies/${id}`, body: { ...policyExample, warnAt: 50 } }),
  'DELETE /api/promises/policies/:id': ({ policy: id }) => ({ url: `/api/promises/policies/${id}` }),
  'PUT /api/promises/policies-order': ({ policy: id }) => ({ url: '/api/promises/policies-order', body: { ids: [id] } }),
  'POST /api/promises/examples': () => ({ url: '/api/promises/examples', body: { target: policyExample.targets.first_response } }),
  'GET /api/promises/attainment': get(`/api/promises/attainment?${period}`),
  'GET /api/promises/attainment/conversations': get(`/api/promises/attainment/conversations?${period}&promise=resolution&outcome=open`),
  'GET /api/conversations/:id/promises': ({ conversation }) => ({ url: `/api/conversations/${conversation}/promises` }),
  'POST /api/conversations/:id/continuations': ({ conversation, inbox }) => ({
    url: `/api/conversations/${conversation}/continuations`,
    body: { inboxId: inbox },
  }),
  'POST /api/conversations/:id/continuations/undo': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/continuations/undo`,
    body: { threadId: 'thr_00000000000000000000000000' },
  }),
  'GET /api/conversations/:id/routing': ({ conversation }) => ({ url: `/api/conversations/${conversation}/routing` }),
  'PUT /api/conversations/:id/difficulty': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/difficulty`,
    body: { difficulty: 'hard' },
  }),
  'PUT /api/conversations/:id/queue': ({ conversation, queue }) => ({
    url: `/api/conversations/${conversation}/queue`,
    body: { queueId: queue },
  }),
  'POST /api/conversations/:id/escalation': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/escalation`,
    body: { reason: '返金の判断が要ります' },
  }),
  'GET /api/canned-responses': get('/api/canned-responses'),
  'POST /api/canned-responses': () => ({ url: '/api/canned-responses', body: canned }),
  'PUT /api/canned-responses/:id': ({ cannedResponse }) => ({ url: `/api/canned-responses/${cannedResponse}`, body: canned }),
  'DELETE /api/canned-responses/:id': ({ cannedResponse }) => ({ url: `/api/canned-responses/${cannedResponse}` }),
  'GET /api/conversations': ({ customer }) => ({ url: `/api/conversations?customerId=${customer}` }),
  'GET /api/conversations/counts': get('/api/conversations/counts'),
  'GET /api/conversations/:id': ({ conversation }) => ({ url: `/api/conversations/${conversation}` }),
  'GET /api/conversations/:id/messages': ({ conversation }) => ({ url: `/api/conversations/${conversation}/messages?before=1000` }),
  'POST /api/conversations/:id/replies': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/replies`,
    body: { text: '返信です', seenSeq: 1000, idempotencyKey: unique('reply-key') },
  }),
  'POST /api/conversations/:id/notes': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/notes`,
    body: { text: 'メモです', idempotencyKey: unique('note-key') },
  }),
  'PUT /api/conversations/:id/assignment': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/assignment`,
    body: { agentId: null, teamId: null },
  }),
  'PUT /api/conversations/:id/status': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/status`,
    body: { status: 'resolved' },
  }),
  'PUT /api/conversations/:id/tags': ({ conversation }) => ({ url: `/api/conversations/${conversation}/tags`, body: { tags: ['印'] } }),
  'PUT /api/conversations/:id/priority': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/priority`,
    body: { priority: 'high' },
  }),
  'PUT /api/conversations/:id/subject': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/subject`,
    body: { subject: '件名' },
  }),
  'PUT /api/conversations/:id/seen': ({ conversation }) => ({ url: `/api/conversations/${conversation}/seen`, body: { seq: 1 } }),
  'PUT /api/conversations/:id/spam': ({ conversation }) => ({ url: `/api/conversations/${conversation}/spam`, body: { spam: false } }),
  'GET /api/spam/blocks': get('/api/spam/blocks'),
  'POST /api/spam/blocks': () => ({ url: '/api/spam/blocks', body: { kind: 'email', value: `${unique('spam')}@spam.example` } }),
  'DELETE /api/spam/blocks/:id': ({ block }) => ({ url: `/api/spam/blocks/${block}` }),
  'GET /api/spam/filter': get('/api/spam/filter'),
  'PUT /api/spam/filter': () => ({ url: '/api/spam/filter', body: { on: true } }),
  'POST /api/messages/:id/withdraw': ({ message }) => ({ url: `/api/messages/${message}/withdraw` }),
  'POST /api/messages/:id/send-now': ({ message }) => ({ url: `/api/messages/${message}/send-now` }),
  'GET /api/messages/:id/remote-image': ({ message }) => ({
    url: `/api/messages/${message}/remote-image?src=https%3A%2F%2Fshop.example%2Flogo.png`,
  }),
  'POST /api/messages/:id/move': ({ message }) => ({ url: `/api/messages/${message}/move`, body: { conversationId: null } }),
  'PUT /api/conversations/:id/snooze': ({ conversation }) => ({ url: `/api/conversations/${conversation}/snooze`, body: { until: null } }),
  'DELETE /api/conversations/:id/snooze': ({ conversation }) => ({ url: `/api/conversations/${conversation}/snooze` }),
  'POST /api/conversations/bulk': ({ conversation }) => ({
    url: '/api/conversations/bulk',
    body: { ids: [conversation], action: { kind: 'priority', priority: 'normal' } },
  }),
  'POST /api/bulk-actions/:id/undo': () => ({ url: `/api/bulk-actions/${newId('bka')}/undo` }),
  'GET /api/conversations/:id/alike': ({ conversation }) => ({ url: `/api/conversations/${conversation}/alike` }),
  'PUT /api/conversations/:id/distinctions/:otherId': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/distinctions/${conversation}`,
    body: { distinct: true },
  }),
  'POST /api/conversations/:id/merges': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/merges`,
    body: { otherId: conversation },
  }),
  'DELETE /api/conversation-merges/:id': () => ({ url: `/api/conversation-merges/${newId('cmg')}` }),
  'POST /api/messages/:id/split': ({ message }) => ({ url: `/api/messages/${message}/split` }),
  'DELETE /api/conversation-splits/:id': () => ({ url: `/api/conversation-splits/${newId('spl')}` }),
  'POST /api/attachments': () => ({ url: '/api/attachments', file: image }),
  'GET /api/tags': get('/api/tags'),
  'POST /api/conversations/:id/reply-check': ({ conversation }) => ({
    url: `/api/conversations/${conversation}/reply-check`,
    body: { text: '了解しました' },
  }),
  'POST /api/reply-checks/try': () => ({ url: '/api/reply-checks/try', body: { text: '了解しました', locale: 'ja' } }),
  'GET /api/reply-checks': get('/api/reply-checks'),
  'PUT /api/reply-checks/off': () => ({ url: '/api/reply-checks/off', body: { off: ['tone'] } }),
  'POST /api/reply-checks/words': () => ({
    url: '/api/reply-checks/words',
    body: { word: '激安', instead: '', remark: '', weight: 'hint' },
  }),
  'PUT /api/reply-checks/words/:id': ({ companyWord }) => ({
    url: `/api/reply-checks/words/${companyWord}`,
    body: { word: '激安', instead: '', remark: '', weight: 'hint' },
  }),
  'DELETE /api/reply-checks/words/:id': ({ companyWord }) => ({ url: `/api/reply-checks/words/${companyWord}` }),
  'GET /api/live': get('/api/live'),
};
