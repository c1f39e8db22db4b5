// Pure: what keeps a plan from being published.
import type { FlowFault, FlowPlan, FlowStep, FlowText } from '@madoguchi/contract/flows.ts';
import ipaddr from 'ipaddr.js';
import type { CodeWays } from '../../customers/codes/codes.types.ts';
import { isPublicAddress } from '../../platform/safe-fetch/addresses.rules.ts';
import { PROVED_FIELDS } from '../flows.types.ts';
import { needsProof } from '../identify/identify.rules.ts';
import { hasOwnHost } from '../look-up/request.rules.ts';
import { givenBy } from '../run/given.rules.ts';
import { fieldsIn, fillIn } from '../run/texts.rules.ts';
import { edgesOf, reachedFrom, silentRounds } from './graph.rules.ts';

/** What a plan may point at. */
export type Existing = { teams: ReadonlySet<string>; articles: ReadonlySet<string> };

const fault = (code: string, stepId: string | null, severity: FlowFault['severity'] = 'error'): FlowFault => ({ code, stepId, severity });

/** Every fault of a plan, in the order of its steps; codes as in the contract. A plan without an error never traps and never runs in circles. */
export function faultsOf(plan: FlowPlan, existing: Existing): FlowFault[] {
  const ids = plan.steps.map(({ id }) => id);
  const reached = reachedFrom(plan);
  const rounds = silentRounds(plan);
  const fields = fieldsOf(plan);
  const faults: FlowFault[] = [];
  if (plan.start === null || !ids.includes(plan.start)) faults.push(fault('start.missing', null));
  for (const trigger of plan.triggers)
    if (trigger.kind === 'article' && !existing.articles.has(trigger.articleId)) faults.push(fault('article.missing', null));
  plan.steps.forEach((step, index) => {
    if (ids.indexOf(step.id) !== index) faults.push(fault('step.repeated', step.id));
    if (step.type === 'buttons' && new Set(step.options.map(({ id }) => id)).size < step.options.length)
      faults.push(fault('step.repeated', step.id));
    if (edgesOf(step).some((next) => next !== null && !ids.includes(next))) faults.push(fault('step.missing', step.id));
    if (!reached.has(step.id)) faults.push(fault('step.unreachable', step.id, 'warning'));
    if (rounds.has(step.id)) faults.push(fault('cycle.silent', step.id));
    if (needed(step).some(isEmpty)) faults.push(fault('text.missing', step.id));
    if (quoted(step).some((field) => !fields.has(field))) faults.push(fault('field.unknown', step.id));
    if (givenBy(step).some((field) => PROVED_FIELDS.some((proved) => proved === field))) faults.push(fault('field.reserved', step.id));
    if (step.type === 'look_up' && step.of === 'address' && !isAllowed(step.url)) faults.push(fault('url.refused', step.id));
    if (step.type === 'hand_off' && step.teamId !== null && !existing.teams.has(step.teamId)) faults.push(fault('team.missing', step.id));
  });
  return faults;
}

export const hasErrors = (faults: readonly FlowFault[]): boolean => faults.some(({ severity }) => severity === 'error');

const isEmpty = ({ ja, en }: FlowText): boolean => ja.trim() === '' && en.trim() === '';

/** The texts a customer has to read; a hand-off without its own has the bot's. */
const needed = (step: FlowStep): FlowText[] => {
  if (step.type === 'buttons') return [step.text, ...step.options.map(({ label }) => label)];
  return step.type === 'say' || step.type === 'ask' ? [step.text] : [];
};

/** The steps that need a code to be sent by what cannot send one: worth a look, though such a flow may be published. */
export const codeFaultsOf = ({ steps }: FlowPlan, can: CodeWays): FlowFault[] =>
  steps.flatMap((step) => {
    if ((step.type !== 'identify' && step.type !== 'look_up') || !needsProof(step)) return [];
    if (can.email || (can.phone && step.by !== 'email'))
      return step.by === 'phone' && !can.phone ? [fault('text.no_inbox', step.id, 'warning')] : [];
    return [fault(step.type === 'identify' ? 'mail.not_set_up' : 'mail.only_signed', step.id, 'warning')];
  });

/** The fields that are asked for or looked up anywhere, and those that are proved. */
const fieldsOf = ({ steps }: FlowPlan): Set<string> => new Set([...steps.flatMap(givenBy), ...PROVED_FIELDS]);

/** The fields a step quotes or tests. */
function quoted(step: FlowStep): string[] {
  const inTexts = (...texts: FlowText[]) => texts.flatMap(({ ja, en }) => [...fieldsIn(ja), ...fieldsIn(en)]);
  switch (step.type) {
    case 'say':
    case 'ask':
    case 'hand_off':
    case 'identify':
      return inTexts(step.text);
    case 'buttons':
      return inTexts(step.text, ...step.options.map(({ label }) => label));
    case 'branch':
      return step.rules.flatMap(({ when }) => (when.on === 'answer' ? [when.field] : []));
    case 'look_up':
      if (step.of === 'address') return [...fieldsIn(step.url), ...fieldsIn(step.body)];
      return step.of === 'orders' && step.numberField !== null ? [step.numberField] : [];
    case 'answer':
      return step.question === null ? [] : [step.question];
  }
}

/** As safe-fetch will see it, as far as can be seen without asking for the name. */
function isAllowed(address: string): boolean {
  if (!hasOwnHost(address)) return false;
  const url = URL.parse(fillIn(address, {}, () => '').replace(/\s/g, '%20'));
  if (!url || url.username || url.password) return false;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:' || /(^|\.)localhost\.?$|\.local$|\.internal$/.test(host)) return false;
  return !ipaddr.isValid(host) || isPublicAddress(host);
}
