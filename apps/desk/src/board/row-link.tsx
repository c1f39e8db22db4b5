import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { askComposer } from '../conversations/composer/composer-asks.ts';
import { useWhom } from '../conversations/whispers/whom.ts';

type Props = { conversation: Conversation; className: string | undefined; children: ReactNode };

/** The way from the board into a conversation. One that a colleague has is opened to watch: what is written there first is for them, not for the customer. */
export function RowLink({ conversation, className, children }: Props) {
  const whom = useWhom(conversation);
  return (
    <Link
      to="/c/$conversationId"
      params={{ conversationId: conversation.id }}
      className={className}
      onClick={() => whom && askComposer(conversation.id, 'whisper', false)}
    >
      {children}
    </Link>
  );
}
