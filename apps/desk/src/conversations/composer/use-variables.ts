import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { useMe } from '../../app/me.ts';
import type { VariableValues } from './variables.ts';

/** The values that canned responses may fill in here. */
export function useVariables(conversation: Conversation): VariableValues {
  const { agent, workspace } = useMe();
  return {
    'customer.name': conversation.customer.name,
    'agent.name': agent.name,
    'conversation.number': String(conversation.number),
    'workspace.name': workspace.name,
  };
}
