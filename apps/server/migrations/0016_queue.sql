-- Since when people, and not the bot, owe the customer an answer: what the place in the queue and the expected wait rest on.
alter table conversations add column handed_off_at timestamptz;
update conversations set handed_off_at = coalesce(waiting_since, created_at) where handled_by = 'human';

-- Who waits for a first answer, in the order they are answered. The condition is isInQueue in conversations/queue/queue.rules.ts.
create index conversations_in_queue on conversations (workspace_id, inbox_id, waiting_since, id)
  where handled_by = 'human' and status = 'open' and merged_into is null and (agent_acted_at is null or assignee_agent_id is null);

-- When people first took or answered what was handed to them.
create index conversations_by_first_act on conversations (workspace_id, inbox_id, agent_acted_at)
  where agent_acted_at is not null and handed_off_at is not null;
