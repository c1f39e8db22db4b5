import type { AdminKey } from '../../admin/admin-words.ts';
import { fillVariables, openVariables } from '../../conversations/composer/variables.ts';

/** What a canned response may fill in, and what is told about it. */
export const variables = [
  { name: 'customer.name', word: 'variable.customer_name', example: 'variable.customer_name_example' },
  { name: 'agent.name', word: 'variable.agent_name', example: 'variable.agent_name_example' },
  { name: 'conversation.number', word: 'variable.conversation_number', example: 'variable.conversation_number_example' },
  { name: 'workspace.name', word: 'variable.workspace_name', example: 'variable.workspace_name_example' },
] as const satisfies readonly { name: string; word: AdminKey; example: AdminKey }[];

/** Placeholders that nothing will ever fill in, mostly slips of the pen. */
export function unknownVariables(text: string): string[] {
  const known = Object.fromEntries(variables.map(({ name }) => [name, 'x']));
  return openVariables(fillVariables(text, known));
}
