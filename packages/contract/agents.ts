import { z } from 'zod';
import { id, idParam, locale, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

export const role = z.enum(['owner', 'admin', 'supervisor', 'agent']);
export type Role = z.infer<typeof role>;

export const agent = z.object({
  id: id('agt'),
  name: z.string(),
  email: z.string(),
  role,
  /** A role of the workspace's own, which counts instead of `role` (the one that it is made from); without one, the built-in role. */
  customRole: z.object({ id: id('rol'), name: z.string() }).optional(),
  locale,
  active: z.boolean(),
  online: z.boolean(),
});
export type Agent = z.infer<typeof agent>;

export const team = z.object({ id: id('tem'), name: z.string(), memberIds: z.array(id('agt')) });
export type Team = z.infer<typeof team>;

export const password = z.string().min(10).max(200);

export const me = z.object({
  agent,
  workspace: z.object({ id: id('wsp'), name: z.string(), locale, timezone: z.string(), undoSendSeconds: z.number().int() }),
  permissions: z.array(z.string()),
});
export type Me = z.infer<typeof me>;

/** The password was right, and no session begins yet: a code is asked for, or two-factor must be set up first. `token` lasts ten minutes. */
export const nextStep = z.object({ step: z.enum(['code', 'set_up']), token: z.string() });
export type NextStep = z.infer<typeof nextStep>;

/** 401 sign_in.wrong for a wrong e-mail or password alike; 429 after too many tries. */
export const signIn = endpoint('POST', '/api/sign-in', {
  summary: 'Sign in with e-mail and password; sets the session cookie, unless a second step is due',
  body: z.object({ email: z.string().max(254), password: z.string().max(200) }),
  response: z.union([me, nextStep]),
});
/** `next`: where the browser goes to end the session at the identity provider too; null where that one stays, or there is none. */
export const signOut = endpoint('POST', '/api/sign-out', {
  summary: 'End this session',
  response: z.object({ next: z.string().nullable() }),
});
export const getMe = endpoint('GET', '/api/me', { summary: 'Who am I, and what may I do', response: me });
export const updateMe = endpoint('PATCH', '/api/me', {
  summary: 'Change my own name or language',
  body: z.object({ name: personText(100).min(1).optional(), locale: locale.optional() }),
  response: me,
});

/** 403 password.wrong when `current` is not right. Every other session ends. */
export const changePassword = endpoint('PUT', '/api/me/password', {
  summary: 'Change my own password',
  body: z.object({ current: z.string().max(200), password }),
});
export const listSessions = endpoint('GET', '/api/sessions', {
  summary: 'My sessions',
  response: z.object({
    items: z.array(
      z.object({ id: z.string(), current: z.boolean(), userAgent: z.string(), ip: z.string(), createdAt: time, lastSeenAt: time }),
    ),
  }),
});
export const revokeSession = endpoint('DELETE', '/api/sessions/:id', {
  summary: 'Revoke one of my sessions',
  params: z.object({ id: z.string().max(100) }),
});

export const listAgents = endpoint('GET', '/api/agents', {
  summary: 'The agents of the workspace',
  response: z.object({ items: z.array(agent) }),
});
export const createAgent = endpoint('POST', '/api/agents', {
  summary: 'Add an agent with a first password',
  body: z.object({
    name: personText(100).min(1),
    email: z.email().max(254),
    role,
    /** A role of the workspace's own: then `role` is the one that it is made from. */
    roleId: id('rol').optional(),
    password,
    locale: locale.default('ja'),
  }),
  response: agent,
  status: 201,
});
/**
 * 409 agent.last_owner when the only owner would lose the role; only an owner may set `password` of an owner.
 * Deactivating, or setting a new password for an agent who forgot it, revokes every session of that agent at once.
 */
export const updateAgent = endpoint('PATCH', '/api/agents/:id', {
  summary: 'Change an agent’s name, role, password or whether the account is active',
  params: idParam('agt'),
  body: z.object({
    name: personText(100).min(1).optional(),
    /** A built-in role; takes away one of the workspace's own. */
    role: role.optional(),
    /** A role of the workspace's own. */
    roleId: id('rol').optional(),
    active: z.boolean().optional(),
    password: password.optional(),
  }),
  response: agent,
});

export const listTeams = endpoint('GET', '/api/teams', { summary: 'The teams', response: z.object({ items: z.array(team) }) });
export const createTeam = endpoint('POST', '/api/teams', {
  summary: 'Add a team',
  body: z.object({ name: personText(100).min(1), memberIds: z.array(id('agt')).max(500) }),
  response: team,
  status: 201,
});
export const updateTeam = endpoint('PATCH', '/api/teams/:id', {
  summary: 'Change a team',
  params: idParam('tem'),
  body: z.object({ name: personText(100).min(1).optional(), memberIds: z.array(id('agt')).max(500).optional() }),
  response: team,
});

export const apiKey = z.object({ id: id('key'), name: z.string(), role, createdAt: time, lastUsedAt: time.nullable(), hint: z.string() });
export const listApiKeys = endpoint('GET', '/api/api-keys', {
  summary: 'API keys (never the secrets)',
  response: z.object({ items: z.array(apiKey) }),
});
export const createApiKey = endpoint('POST', '/api/api-keys', {
  summary: 'Make an API key; the secret is shown this once',
  body: z.object({ name: personText(100).min(1), role: role.exclude(['owner']) }),
  response: apiKey.extend({ secret: z.string() }),
  status: 201,
});
export const revokeApiKey = endpoint('DELETE', '/api/api-keys/:id', { summary: 'Revoke an API key', params: idParam('key') });

export const getSetup = endpoint('GET', '/api/setup', {
  summary: 'Whether the installation still needs its owner',
  response: z.object({ needed: z.boolean() }),
});
/** 409 setup.done once an owner exists. */
export const runSetup = endpoint('POST', '/api/setup', {
  summary: 'Create the workspace and its owner; sets the session cookie',
  body: z.object({ workspaceName: personText(100).min(1), name: personText(100).min(1), email: z.email().max(254), password, locale }),
  response: me,
  status: 201,
});
