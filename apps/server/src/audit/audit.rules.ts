// Pure: of which kind a fact is, and what of it may be shown.
import type { AuditEntry, AuditKind } from '@madoguchi/contract/audit.ts';

/** Facts that are of another kind than the first half of their name says. */
const BY_NAME: Readonly<Record<string, AuditKind>> = {
  'agent.signed_in': 'sign_in',
  'inbox.identity_secret_revealed': 'rights',
  'two_factor.requirement_changed': 'rights',
  'two_factor.reset': 'rights',
  'single_sign_on.changed': 'rights',
  'single_sign_on.role_given': 'rights',
  'single_sign_on.agent_made': 'people',
  'customer.exported': 'exports',
  'customer.erased': 'exports',
  'customers.exported': 'exports',
  'customers.imported': 'exports',
  'article_import.applied': 'exports',
  'audit.exported': 'exports',
  'configuration.exported': 'exports',
  'configuration.imported': 'settings',
};

/** By the first half of a fact's name. */
const BY_HEAD: Readonly<Record<string, AuditKind>> = {
  session: 'sign_in',
  two_factor: 'sign_in',
  single_sign_on: 'sign_in',
  passkey: 'sign_in',
  ...kindOfAll('people', ['agent', 'team', 'skill', 'routing_profile', 'stand_in']),
  ...kindOfAll('rights', ['api_key', 'role']),
  ...kindOfAll('settings', [
    'workspace',
    'inbox',
    'brand',
    'calendar',
    'queue',
    'routing_settings',
    'sla',
    'spam',
    'survey_settings',
    'retention',
    'legal_hold',
    'notification_policy',
    'model_settings',
    'embedding_settings',
    'reply_checks',
    'company_word',
    'attribute',
    'segment',
    'shop',
    'canned_response',
    'text_folder',
    'macro',
    'procedure',
    'approval_rule',
    'automation_rule',
    'flow',
    'bot',
  ]),
  ...kindOfAll('knowledge', ['article', 'article_vectors', 'categories', 'category', 'synonyms', 'question']),
};

/** Work on single customers and offers, and what stands in the conversations: for their own timelines. */
export const QUIET_HEADS = [
  'conversation',
  'side_conversation',
  'message',
  'note',
  'notification',
  'offer',
  'customer',
  'identity',
  'organization',
  'order',
  'shipment',
  'return',
  'contract',
  'reply',
  'whisper',
];

function kindOfAll(kind: AuditKind, heads: readonly string[]): Record<string, AuditKind> {
  return Object.fromEntries(heads.map((head) => [head, kind]));
}

const headOf = (name: string) => name.split('.')[0] ?? '';

export const kindOf = (name: string): AuditKind => BY_NAME[name] ?? BY_HEAD[headOf(name)] ?? 'other';

/** The names and first halves of a kind, for a query; those of all other kinds for `other`. */
export function namesOf(kind: AuditKind): { names: string[]; heads: string[] } {
  const wanted = (one: AuditKind) => (kind === 'other' ? one !== 'other' : one === kind);
  const keys = (table: Readonly<Record<string, AuditKind>>) => Object.keys(table).filter((key) => wanted(table[key]!));
  return { names: keys(BY_NAME), heads: keys(BY_HEAD) };
}

/** Facts that have a kind of their own whatever their first half says. */
export const namedFacts = Object.keys(BY_NAME);

/** What of a fact's data may be shown: names of fields, numbers, choices. Anything not named here stays in the log. */
const SHOWN = new Set([
  ...['changed', 'fields', 'off', 'words', 'role', 'because', 'required', 'on', 'enabled', 'kind', 'channel', 'locale', 'audience'],
  ...[
    'version',
    'count',
    'filter',
    'created',
    'files',
    'left',
    'from',
    'to',
    'articles',
    'pinned',
    'until',
    'publishAt',
    'archiveAt',
    'model',
  ],
]);
const LONGEST = 200;
const MOST = 50;

export function detailsOf(data: unknown): AuditEntry['details'] {
  const shown: AuditEntry['details'] = {};
  for (const [key, value] of Object.entries((data ?? {}) as Record<string, unknown>)) {
    if (!SHOWN.has(key)) continue;
    if (typeof value === 'number' || typeof value === 'boolean') shown[key] = value;
    else if (typeof value === 'string') shown[key] = value.slice(0, LONGEST);
    else if (Array.isArray(value)) {
      shown[key] = value
        .filter((one) => typeof one === 'string')
        .slice(0, MOST)
        .map((one: string) => one.slice(0, LONGEST));
    }
  }
  return shown;
}

/** The name that a fact itself carries of what it is about. */
export function nameIn(data: unknown): string | null {
  const { name, title, word, fileName } = (data ?? {}) as Record<string, unknown>;
  return shortened([name, title, word, fileName].find((one) => typeof one === 'string'));
}

/** A name as far as a line shows it; null for none, and for one that says nothing. */
export const shortened = (name: unknown): string | null => (typeof name === 'string' ? name.slice(0, LONGEST) : '') || null;

/** One line of the file. A cell that a spreadsheet would take for a formula is made text. */
export function csvLine(cells: readonly (string | null)[]): string {
  const safe = cells.map((cell) => {
    const text = cell ?? '';
    const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  });
  return `${safe.join(',')}\r\n`;
}
