// Pure: what a conversation has of each field that is one or several of many.
import type { ChoiceField } from '@madoguchi/contract/automation-conditions.ts';
import type { Snapshot } from './conditions.types.ts';

const orNone = (id: string | null): readonly string[] => [id ?? 'none'];

const CHOICES: Readonly<Record<ChoiceField, (snapshot: Snapshot) => readonly string[]>> = {
  channel: ({ channel }) => [channel],
  inbox: ({ inboxId }) => [inboxId],
  brand: ({ brandId }) => [brandId],
  language: ({ language }) => [language],
  status: ({ status }) => [status],
  priority: ({ priority }) => [priority],
  assignee: ({ agentId }) => orNone(agentId),
  team: ({ teamId }) => orNone(teamId),
  queue: ({ queueId }) => orNone(queueId),
  difficulty: ({ difficulty }) => (difficulty === null ? [] : [difficulty]),
  tag: ({ tags }) => tags,
  customer_tag: ({ customerTags }) => customerTags,
  segment: ({ segmentIds }) => segmentIds,
  organization: ({ organizationId }) => orNone(organizationId),
  due: ({ due }) => [due],
  mood: ({ mood }) => orNone(mood),
};

export const choicesOf = (field: ChoiceField, snapshot: Snapshot): readonly string[] => CHOICES[field](snapshot);
