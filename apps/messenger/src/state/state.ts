import type { ChatConversation, ChatMessage, ChatSession, searchChatArticles } from '@madoguchi/contract/chat.ts';
import type { Attachment } from '@madoguchi/contract/common.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place } from './unread.ts';

/** A message with the number of the conversation it belongs to. */
export type Said = ChatMessage & { conversation: number };

/** A file between choosing and sending. `share`: sent so far, 0–1. `preview`: a picture's local address. */
export type Upload = { file: File; share: number; preview: string; attachment: Attachment | null; failed: boolean; abort?: () => void };

/** Everything the screen is drawn from. */
export type State = {
  open: boolean;
  view: 'home' | 'conversation';
  /** refused: this page or inbox may not use the messenger. */
  session: 'none' | 'starting' | 'ready' | 'unreachable' | 'refused';
  /** What the server told about the company and this customer. */
  known: Pick<ChatSession, 'workspace' | 'hours' | 'customer' | 'limits' | 'helpUrl'> | null;
  conversation: ChatConversation | null;
  /** Everything said so far, earlier conversations of this visit included, oldest first. */
  said: Said[];
  /** Written here and not yet acknowledged by the server, oldest first. */
  outgoing: Outgoing[];
  seen: Place;
  /** The name of the agent who is writing. */
  typing: string | null;
  link: 'up' | 'lost';
  /** The server asked us to slow down: sending goes on by itself after a moment. */
  slowedDown: boolean;

  draft: string;
  uploads: Upload[];
  /** Why a file was not taken, in words. */
  refusedFile: string;
  picking: boolean;
  dropping: boolean;
  /** What is typed into the FAQ search, and what was found last. */
  query: string;
  found: { q: string; articles: OutputOf<typeof searchChatArticles>['articles'] | undefined } | null;
  /** The field for an e-mail address; `email_kept`: left during this visit. */
  email: { written: string; standing: 'email_save' | 'email_saving' | 'email_invalid' | 'email_failed' | 'email_kept' };
  /** Addresses of pictures that could not be loaded. */
  broken: string[];
  /** Something new stands below what the reader looks at. */
  away: boolean;
};

export const emptyState: State = {
  open: false,
  view: 'home',
  session: 'none',
  known: null,
  conversation: null,
  said: [],
  outgoing: [],
  seen: { conversation: 0, seq: 0 },
  typing: null,
  link: 'up',
  slowedDown: false,
  draft: '',
  uploads: [],
  refusedFile: '',
  picking: false,
  dropping: false,
  query: '',
  found: null,
  email: { written: '', standing: 'email_save' },
  broken: [],
  away: false,
};

/** Whether the conversation still goes on; what is written after its end begins a new one. */
export const isLive = ({ conversation }: Pick<State, 'conversation'>) =>
  conversation?.status === 'open' || conversation?.status === 'waiting';

export type Store = {
  get(): State;
  set(change: Partial<State>): void;
  /** Calls after every change. */
  subscribe(listener: () => void): void;
};

export function makeStore(): Store {
  let state = emptyState;
  const listeners: (() => void)[] = [];
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}
