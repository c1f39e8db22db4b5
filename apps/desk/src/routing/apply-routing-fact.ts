import type { TimelineFact } from '@madoguchi/contract/messages.ts';
import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../app/me.ts';
import { conversationRoutingKey, offersQuery, presencesQuery } from './routing.queries.ts';

/** What moves a conversation from one place to another. */
const movesRouting = /^(conversation\.(queued|escalated|assigned|handed_over|handed_off|resolved|closed|reopened)|difficulty\.|offer\.)/;

/** Asks anew for what a fact of routing changed: my offers, who is there, where a conversation waits. */
export function applyRoutingFact(client: QueryClient, fact: Pick<TimelineFact, 'name' | 'data'>): void {
  if (fact.name.startsWith('offer.') && fact.data.agentId === client.getQueryData(meQuery.queryKey)?.agent.id)
    void client.invalidateQueries({ queryKey: offersQuery.queryKey });
  if (fact.name === 'agent.presence_changed' || fact.name === 'routing_settings.updated')
    void client.invalidateQueries({ queryKey: presencesQuery.queryKey });
  if (movesRouting.test(fact.name)) void client.invalidateQueries({ queryKey: conversationRoutingKey });
}

/** After the line was cut: offers come and go in seconds. */
export function renewRouting(client: QueryClient): void {
  for (const { queryKey } of [offersQuery, presencesQuery]) void client.invalidateQueries({ queryKey });
}
