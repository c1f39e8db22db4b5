import type { AdminKey, AdminWords } from '../../admin/admin-words.ts';

const known: Record<string, AdminKey> = {
  unreadable: 'configuration.fault.unreadable',
  unknown_file: 'configuration.fault.unknown_file',
  reference: 'configuration.fault.reference',
  invalid: 'configuration.fault.invalid',
  'configuration.not_here': 'configuration.fault.not_here',
  'configuration.kind_fixed': 'configuration.fault.kind_fixed',
  'attribute.condition_refused': 'configuration.fault.condition',
  'brand.in_use': 'configuration.fault.in_use',
  'brand.is_default': 'configuration.fault.is_default',
  'brand.host_taken': 'configuration.fault.elsewhere',
  'flow.faulty': 'configuration.fault.flow',
  'folder.gone': 'configuration.fault.folder',
  'folder.too_deep': 'configuration.fault.folder',
  'model.address_refused': 'configuration.fault.address',
  'model.incomplete': 'configuration.fault.incomplete',
  'model.no_folder': 'configuration.fault.no_folder',
  'procedure.step_refused': 'configuration.fault.names_nobody',
  'queue.is_default': 'configuration.fault.is_default',
  'queue.names_unknown': 'configuration.fault.names_nobody',
  'automation.names_nobody': 'configuration.fault.names_nobody',
  'retention.too_short': 'configuration.fault.too_short',
  'role.in_use': 'configuration.fault.in_use',
  'role.needs_sight': 'problem.role_needs_sight',
  'single_sign_on.address_refused': 'configuration.fault.address',
  'single_sign_on.domain_taken': 'configuration.fault.elsewhere',
  'single_sign_on.incomplete': 'configuration.fault.incomplete',
  'single_sign_on.test_first': 'configuration.fault.test_first',
  'workspace.timezone_unknown': 'fault.timezone',
};

/** Codes that say of every noun the same: `skill.name_taken`, `queue.too_many`. */
const endings: [RegExp, AdminKey][] = [
  [/(_|\.)taken$/, 'configuration.fault.taken'],
  [/\.too_many$/, 'configuration.fault.too_many'],
];

/** Why something in a file, or the removal of something, was refused. `detail`: what it is about, where a text says so. */
export const faultWords = (t: AdminWords, code: string, detail = ''): string =>
  t(known[code] ?? endings.find(([pattern]) => pattern.test(code))?.[1] ?? 'configuration.fault.other', { detail, code });
