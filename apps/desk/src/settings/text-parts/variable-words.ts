import type { TextVariable } from '@madoguchi/contract/canned-text.ts';
import type { AdminKey } from '../../admin/admin-words.ts';

/** What each variable is called. */
export const variableWord: Record<TextVariable, AdminKey> = {
  'customer.name': 'variable.customer_name',
  'customer.greeting': 'variable.customer_greeting',
  'customer.reading': 'variable.customer_reading',
  'agent.name': 'variable.agent_name',
  'conversation.number': 'variable.conversation_number',
  'conversation.subject': 'variable.conversation_subject',
  'workspace.name': 'variable.workspace_name',
  'order.number': 'variable.order_number',
};

/** What stands for each in an example. */
export const variableExample: Record<TextVariable, AdminKey> = {
  'customer.name': 'variable.customer_name_example',
  'customer.greeting': 'variable.customer_greeting_example',
  'customer.reading': 'variable.customer_reading_example',
  'agent.name': 'variable.agent_name_example',
  'conversation.number': 'variable.conversation_number_example',
  'conversation.subject': 'variable.conversation_subject_example',
  'workspace.name': 'variable.workspace_name_example',
  'order.number': 'variable.order_number_example',
};
