import { fact } from '../../platform/event-log/fact.ts';
import type { Did } from '../runs/runs.types.ts';

/** Past tense, never renamed. `changed`: which parts of it. */
export const ruleCreated = fact('automation_rule.created', 1)<{ ruleId: string; name: string }>();
export const ruleUpdated = fact('automation_rule.updated', 1)<{ ruleId: string; name: string; changed: string[] }>();
export const ruleRemoved = fact('automation_rule.removed', 1)<{ ruleId: string; name: string }>();
export const rulesOrdered = fact('automation_rule.ordered', 1)<{ ruleIds: string[] }>();
/** Acts again where it was stopped. `count`: on how many conversations. */
export const ruleResumed = fact('automation_rule.resumed', 1)<{ ruleId: string; name: string; count: number }>();

/** A rule did something in a conversation. Why, and the words it wrote, stand with the run. */
export const ruleApplied = fact('conversation.rule_applied', 1)<{ runId: string; ruleId: string; name: string; did: Did[] }>();
/** It acted over and over: from now on it leaves this conversation alone, until somebody lets it. */
export const ruleStopped = fact('conversation.rule_stopped', 1)<{ ruleId: string; name: string; runs: number }>();
export const runUndone = fact('conversation.rule_undone', 1)<{ runId: string; ruleId: string; name: string }>();
