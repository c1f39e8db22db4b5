import type pg from 'pg';
import { askEverybody, OVERDUE_TASK } from './src/approvals/decide/overdue.commands.ts';
import { automationReader } from './src/automation/automation.reader.ts';
import { dryRunsLane } from './src/automation/dry-run/dry-runs.lane.ts';
import type { AutomationDeps } from './src/automation/runs/apply.commands.ts';
import { automationLane } from './src/automation/timers/automation.lane.ts';
import { botTold } from './src/bot/bot.queries.ts';
import { botReader } from './src/bot/bot.reader.ts';
import type { botSources } from './src/bot/bot.sources.ts';
import { checkedReader } from './src/bot/checked/checked.reader.ts';
import { composerReader, leaveToComposer } from './src/bot/compose/compose.reader.ts';
import { leaveToLookUps, lookUpsReader } from './src/bot/flow/look-ups.reader.ts';
import { policyReader } from './src/bot/policy/policy.reader.ts';
import { acknowledgeReader } from './src/channels/acknowledge.reader.ts';
import { CODE_TEXT_TASK, type CodeTextsSender } from './src/channels/code-texts/code-texts.commands.ts';
import { courtesiesReader } from './src/channels/courtesies.reader.ts';
import { alertsLane } from './src/channels/health/alerts/alerts.lane.ts';
import { checksLane } from './src/channels/health/checks.lane.ts';
import { awaitedFilesLane } from './src/channels/inbound/awaited-files.lane.ts';
import { inboundLane } from './src/channels/inbound/inbound.lane.ts';
import { connectionsLane } from './src/channels/keeper/connections.lane.ts';
import { tendLane } from './src/channels/keeper/tend.lane.ts';
import { outboundLane } from './src/channels/outbound/outbound.lane.ts';
import { outboundReader } from './src/channels/outbound/outbound.reader.ts';
import { CONTRACT_TURN_TASK, tellContractTurned } from './src/commerce/contracts/contracts.commands.ts';
import { shopPayloadsLane } from './src/commerce/shops/payloads.lane.ts';
import { releaseHeld } from './src/conversations/commands/release.ts';
import { RELEASE_TASK } from './src/conversations/commands/reply.ts';
import { scheduledReader } from './src/conversations/scheduled/scheduled.reader.ts';
import { WAKE_TASK, wake } from './src/conversations/snooze/snooze.commands.ts';
import { cannedUsesReader } from './src/conversations/texts/uses.reader.ts';
import { FORGET_TASK, forgetSearches, startForgetting } from './src/knowledge/forget-searches.commands.ts';
import type { KnowledgeSearch } from './src/knowledge/knowledge.types.ts';
import { REMINDERS_TASK, sendReminders, startReminders } from './src/knowledge/life/reminders/reminders.commands.ts';
import { carryOutSchedule, SCHEDULE_TASK } from './src/knowledge/life/schedule.commands.ts';
import { keepVectors } from './src/knowledge/vectors/vectors.keeper.ts';
import type { openEmbeddings } from './src/models/embeddings/embeddings.caller.ts';
import type { openModels } from './src/models/models.caller.ts';
import { sendDigest } from './src/notifications/mail/digest.commands.ts';
import { DIGEST_TASK } from './src/notifications/mail/plan-mail.commands.ts';
import { notificationsReader } from './src/notifications/notifications.reader.ts';
import { PUSH_TASK, type PushPart, push as pushOne } from './src/notifications/push/push.commands.ts';
import { TELL_TASK } from './src/notifications/record/record.commands.ts';
import { tell } from './src/notifications/tell/tell.commands.ts';
import { RETENTION_TASK } from './src/people/retention/retention.commands.ts';
import { runRetention } from './src/people/retention/run.commands.ts';
import type { Platform } from './src/platform/ctx.ts';
import { runReaders } from './src/platform/event-log/run-readers.ts';
import { runJobs } from './src/platform/jobs/jobs.ts';
import { runLanes } from './src/platform/lanes/run-lanes.ts';
import type { Logger } from './src/platform/log/log.ts';
import type { Outbox } from './src/platform/mail-transport/outbox.ts';
import { MAIL_TASK } from './src/platform/mail-transport/outbox.ts';
import { proceduresReader } from './src/procedures/procedures.reader.ts';
import { routingReader } from './src/routing/place/routing.reader.ts';
import { routingLane } from './src/routing/routing.lane.ts';
import { searchBuildLane } from './src/search/keep/build.lane.ts';
import { keepSearch } from './src/search/keep/search.reader.ts';
import type { makeClauseReader } from './src/search/terms/clauses.ts';
import { SIDE_MAIL_TASK } from './src/side-conversations/say.commands.ts';
import { type SendSideDeps, sendSideMessage } from './src/side-conversations/send-side.commands.ts';
import { escalationReader } from './src/sla/escalate/escalate.reader.ts';
import { RECOMPUTE_TASK, recompute } from './src/sla/recompute/recompute.commands.ts';
import { slaReader } from './src/sla/sla.reader.ts';
import { promisesLane } from './src/sla/timer/promises.lane.ts';
import { spamReader } from './src/spam/spam.reader.ts';
import { FOLLOW_UP_TASK, followUp } from './src/surveys/answer/follow-up.ts';
import { type AskDeps, askQuestion } from './src/surveys/ask/ask.commands.ts';
import { ASK_TASK, type Ended } from './src/surveys/ask/plan.ts';
import { surveysReader } from './src/surveys/surveys.reader.ts';

type Parts = {
  platform: Platform;
  connection: pg.PoolConfig;
  log: Logger;
  sources: ReturnType<typeof botSources>;
  models: ReturnType<typeof openModels>;
  embeddings: ReturnType<typeof openEmbeddings>;
  search: KnowledgeSearch;
  channelDeps: Parameters<typeof inboundLane>[0] &
    Parameters<typeof outboundLane>[0] &
    Parameters<typeof connectionsLane>[0] &
    Parameters<typeof checksLane>[0] &
    Parameters<typeof awaitedFilesLane>[0] &
    Parameters<typeof tendLane>[0] &
    SendSideDeps &
    Parameters<typeof acknowledgeReader>[0] &
    Parameters<typeof courtesiesReader>[0];
  surveyDeps: AskDeps;
  clauses: ReturnType<typeof makeClauseReader>;
  outbox: Outbox;
  codeTexts: CodeTextsSender;
  push: PushPart;
  undoSeconds: AutomationDeps['undoSeconds'];
  publicUrl: string | null;
};

/** What goes on by itself in a worker: readers of the log, lanes and jobs, each named once. @returns what has to be stopped in the end */
export async function startWork({
  platform,
  connection,
  log,
  sources,
  models,
  embeddings,
  search,
  channelDeps,
  surveyDeps,
  clauses,
  outbox,
  codeTexts,
  push,
  undoSeconds,
  publicUrl,
}: Parts) {
  const automationDeps: AutomationDeps = { platform, undoSeconds, botTold };
  startReminders(platform).catch((error: Error) =>
    log.warn({ error: error.message }, 'reminders of checks begin with the next check that is planned'),
  );
  startForgetting(platform).catch((error: Error) => log.warn({ error: error.message }, 'old searches are forgotten after the next start'));
  const running: { stop: () => Promise<void> }[] = [await keepVectors(platform, embeddings, { log })];
  running.push(await keepSearch(platform, clauses, log));
  running.push(
    await runReaders(
      platform,
      [
        botReader({ ...sources, leave: leaveToComposer(models), leaveToLookUps }),
        lookUpsReader(sources),
        composerReader(sources, models),
        checkedReader(),
        policyReader(search),
        surveysReader(),
        slaReader(),
        scheduledReader(),
        proceduresReader(),
        cannedUsesReader(),
        escalationReader(),
        outboundReader(channelDeps.channels),
        spamReader(),
        acknowledgeReader(channelDeps),
        courtesiesReader(channelDeps),
        routingReader(botTold),
        notificationsReader(),
        automationReader(automationDeps),
      ],
      log,
    ),
  );
  running.push(
    runLanes(
      platform,
      [
        inboundLane(channelDeps),
        shopPayloadsLane({ platform, log }),
        outboundLane(channelDeps),
        connectionsLane(channelDeps),
        checksLane(channelDeps),
        awaitedFilesLane(channelDeps),
        tendLane(channelDeps),
        alertsLane({ platform, outbox, publicUrl }),
        promisesLane(platform),
        searchBuildLane(platform, clauses),
        routingLane({ platform, botTold }),
        automationLane(automationDeps),
        dryRunsLane(automationDeps),
      ],
      log,
    ),
  );
  running.push(
    await runJobs(
      platform,
      connection,
      {
        [RELEASE_TASK]: (ctx, { messageId }) => releaseHeld(ctx, String(messageId)),
        [OVERDUE_TASK]: (ctx, { approvalId }) => askEverybody(ctx, String(approvalId)),
        [WAKE_TASK]: (ctx, { conversationId, until }) => wake(ctx, String(conversationId), String(until)),
        [RECOMPUTE_TASK]: recompute,
        [CONTRACT_TURN_TASK]: (ctx, { contractId }) => tellContractTurned(ctx, String(contractId)),
        [FORGET_TASK]: async (ctx) => void (await forgetSearches(ctx)),
        [REMINDERS_TASK]: (ctx) => sendReminders(ctx, { outbox, publicUrl: publicUrl }),
        [TELL_TASK]: (ctx, { notificationId }) => tell(ctx, outbox.available, String(notificationId)),
        [PUSH_TASK]: (ctx, wish) => pushOne(ctx, push, wish as Parameters<typeof pushOne>[2]),
        [DIGEST_TASK]: (ctx, { agentId }) => sendDigest(ctx, { outbox, publicUrl }, String(agentId)),
        [MAIL_TASK]: (ctx, { mailId }) => outbox.deliver(ctx, String(mailId)),
        [CODE_TEXT_TASK]: (ctx, { textId }) => codeTexts.deliver(ctx, String(textId)),
        [ASK_TASK]: (ctx, ended) => askQuestion(ctx, surveyDeps, ended as Ended),
        [FOLLOW_UP_TASK]: (ctx, { surveyId }) => followUp(ctx, String(surveyId)),
        [RETENTION_TASK]: async (ctx) => void (await runRetention(ctx, channelDeps.files)),
        [SIDE_MAIL_TASK]: (ctx, { messageId }) => sendSideMessage(ctx, channelDeps, String(messageId)),
        [SCHEDULE_TASK]: (ctx, { articleId }) => carryOutSchedule(ctx, String(articleId)),
      },
      log,
    ),
  );
  return running;
}
