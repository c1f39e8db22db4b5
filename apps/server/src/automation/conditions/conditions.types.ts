import type { ZonedHours } from '../../workspaces/hours/which-calendar.rules.ts';

/** How the promises of a conversation stand: none runs, all is well, one is in danger, one is broken. */
export type DueState = 'none' | 'running' | 'warned' | 'breached';

/** A conversation at one moment, with all that conditions can ask. */
export type Snapshot = {
  at: Date;
  channel: string;
  inboxId: string;
  brandId: string;
  language: string;
  status: string;
  priority: string;
  agentId: string | null;
  teamId: string | null;
  queueId: string | null;
  difficulty: string | null;
  tags: readonly string[];
  customerTags: readonly string[];
  /** Of those that a rule asks about, the segments the customer is in. */
  segmentIds: readonly string[];
  organizationId: string | null;
  due: DueState;
  /** 'angry', 'displeased' or null: how the customer sounds. */
  mood: string | null;
  subject: string;
  /** The customer's last message. */
  text: string;
  /** The address of the page on which the customer was. */
  page: string;
  customerAttributes: Readonly<Record<string, string>>;
  organizationAttributes: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, string>>;
  messages: number;
  /** Since when the customer waits for us. */
  waitingSince: Date | null;
  score: number | null;
  firstTime: boolean;
  bot: boolean;
  /** The hours that apply to it. */
  hours: ZonedHours;
};
